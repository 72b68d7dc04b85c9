"""A facilitator in a process of her own: prepares dialogues in the folder of a server, and acts on what is asked.

Run as a script; every line on its input is an act on the latest dialogue, and is answered by one line: its code.
"""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from django.core.management import call_command

    from cast import Cast, load_content, prepare
    from goedwerk.dialogues.actions import leading, preparing
    from goedwerk.organisations.actions import found

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_content()
    membership = found(name="Gemeente Waterrijk", owner="Noor")
    cast = None
    print("ready", flush=True)
    for line in sys.stdin:
        act, _, key = line.strip().partition(" ")
        if act == "prepare":
            cast = Cast(prepare(membership, "dagstart-dilemma"), membership.user)
        elif act == "go-to":
            cast.go_to(key)
        elif act == "join":
            cast.join()
        elif act == "next-round":
            preparing.add_round(cast.dialogue, mode="live", optional=(), closes_at=None)
        else:
            cast.act(leading.ACTS[act])
        print(cast.dialogue.code, flush=True)
