namespace CrossbarSim.Simulator.Commands;

/// <summary>
/// Scripts that ask the program itself what could come next, so that they never grow stale. Where it has no
/// answer, the shell offers files.
/// </summary>
internal static class CompletionScripts
{
    // The name of the program is replaced: it may have been called by its path.
    private const string Bash =
        """
        # Completion of crossbarsim for bash.
        _crossbarsim() {
            local line="crossbarsim${COMP_LINE#"${COMP_WORDS[0]}"}" IFS=$'\n'
            local point=$((COMP_POINT + ${#line} - ${#COMP_LINE}))
            local words=$("$1" "[suggest:$point]" "$line" 2>/dev/null)
            COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o bashdefault -o default -F _crossbarsim crossbarsim

        """;

    private const string Zsh =
        """
        #compdef crossbarsim
        # Completion of crossbarsim for zsh.
        _crossbarsim() {
            local line="crossbarsim ${words[2,CURRENT]}"
            local -a found
            found=(${(f)"$(crossbarsim "[suggest:${#line}]" "$line" 2>/dev/null)"})
            (( $#found )) && compadd -- $found || _files
        }
        if [ "$funcstack[1]" = "_crossbarsim" ]; then _crossbarsim "$@"; else compdef _crossbarsim crossbarsim; fi

        """;

    private const string Fish =
        """
        # Completion of crossbarsim for fish.
        function __crossbarsim
            set -l line (commandline --cut-at-cursor --current-process | string collect)
            set -l found (crossbarsim "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
            if test (count $found) -gt 0
                string join -- \n $found
            else
                __fish_complete_path (commandline --cut-at-cursor --current-token)
            end
        end
        complete --command crossbarsim --no-files --arguments '(__crossbarsim)'

        """;

    private const string Pwsh =
        """
        # Completion of crossbarsim for PowerShell.
        Register-ArgumentCompleter -Native -CommandName crossbarsim, crossbarsim.exe -ScriptBlock {
            param($word, $tree, $cursor)
            $point = $cursor - $tree.Extent.StartOffset
            $line = $tree.ToString().PadRight($point)
            crossbarsim "[suggest:$point]" $line 2>$null | Where-Object { $_.StartsWith($word) } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = Pwsh,
    };

    /// <summary>The shells that there is a script for.</summary>
    public static IEnumerable<string> Shells => Scripts.Keys;

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string For(string shell) => Scripts[shell].ReplaceLineEndings("\n");
}
