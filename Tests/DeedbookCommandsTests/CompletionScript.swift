/// Types a line and Tab in a shell, and prints what the shell makes of it.
enum CompletionScript {
    /// Arguments: the shell's name, its program, the folder with the book and the `script`, the folder of `deedbook`, and
    /// what is typed, the word that is expected. bash says itself what it would offer; zsh and fish are typed into, in a terminal.
    static let text = #"""
        import os, pty, select, subprocess, sys, time
        name, program, folder, programs, typed, word = sys.argv[1:]
        os.chdir(folder)
        os.environ.update(HOME=folder, TERM="dumb", XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        os.environ["PATH"] = programs + ":" + os.environ["PATH"]

        def said(*line):
            done = subprocess.run(line, capture_output=True, text=True, timeout=60)
            print(done.stdout + done.stderr)

        if name == "bash":
            words = typed.split(" ")
            said(program, "--norc", "-c", """
                source ./script
                handler=$(complete -p deedbook | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                COMP_LINE="$1"; COMP_POINT=${#1}; shift
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_TYPE=9; COMP_KEY=9
                "$handler" deedbook "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$((COMP_CWORD - 1))]}"
                printf '%s\n' "${COMPREPLY[@]}"
                """, "bash", typed, *words)
        else:
            child, terminal = pty.fork()
            if child == 0:
                os.execv(program, [program, "-f" if name == "zsh" else "--no-config", "-i"])
            written = b""

            def until(mark, seconds):
                global written
                end = time.monotonic() + seconds
                while mark not in written and time.monotonic() < end:
                    if select.select([terminal], [], [], 0.2)[0]:
                        try: written += os.read(terminal, 65536)
                        except OSError: return

            zsh = b"PS1='> '; autoload -Uz compinit; compinit -u -D; source ./script; compdef _deedbook deedbook"
            os.write(terminal, (zsh if name == "zsh" else b"source ./script") + b"; echo rea''dy\n")
            until(b"ready\r\n", 60)
            written = b""
            os.write(terminal, typed.encode() + b"\t")
            # What Tab added stands on the line.
            until(word.encode(), 30)
            print(written.decode(errors="replace").replace("\b", ""))
            os.close(terminal)
        """#
}
