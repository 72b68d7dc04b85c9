def of_choice(question, options, released, **earlier):
    return ()
