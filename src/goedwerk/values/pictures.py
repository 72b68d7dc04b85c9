def of_picks(names, released):
    return ()
