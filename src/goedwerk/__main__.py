from goedwerk.cli import main

main()
