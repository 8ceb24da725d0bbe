using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Templates;

/// <summary>What must be right with the templates of a board file before anything is sent.</summary>
internal static class TemplateChecks
{
    private const string Code = "CBS1008";

    /// <summary>Finds what is wrong.</summary>
    public static IEnumerable<Problem> Find(TemplateBoardOptions board)
    {
        var commands = board.Commands;
        var problems = commands.Steps().SelectMany(step => Step(step.Path, step.Step))
            .Concat(Pattern("failure", commands.Failure)).ToList();
        if (problems.Count == 0) problems.AddRange(Groups(commands));
        if (board is ScpiBoardOptions) problems.AddRange(Scpi(commands));
        return problems.Select(problem => problem.Under("commands"));
    }

    private static IEnumerable<Problem> Step(string path, CommandStepOptions step)
    {
        foreach (var name in TemplateText.Names(step.Send).Except(TemplateText.Known))
            yield return new Problem(Code, $"{path}.send", $"there is no placeholder {{{name}}}; they are "
                + string.Join(", ", TemplateText.Known.Select(known => $"{{{known}}}")));
        if (step.Send.AsSpan().ContainsAny('\r', '\n'))
            yield return new Problem(Code, $"{path}.send", "one line only: give each line a step of its own");
        foreach (var problem in Pattern($"{path}.reply", step.Reply).Concat(Pattern($"{path}.end", step.End)))
            yield return problem;
        if (step is { End: not null, Reply: null })
            yield return new Problem(Code, $"{path}.reply", "an answer that ends needs a pattern for its lines");
    }

    private static IEnumerable<Problem> Pattern(string path, string? pattern)
    {
        Problem? wrong = null;
        try
        {
            if (pattern is not null) _ = new ReplyPattern(pattern);
        }
        catch (ArgumentException cause)
        {
            wrong = new Problem(Code, path, $"this is no regular expression that can be used: {cause.Message}");
        }

        return wrong is null ? [] : [wrong];
    }

    private static IEnumerable<Problem> Groups(CommandOptions commands)
    {
        if (commands.Fire is not [.., { Reply: not null }])
            yield return new Problem(Code, "fire", "its last line needs a reply: without one, nothing would acknowledge a pulse");
        if (commands.Read is not [.., { Reply: { } reply }] || !new ReplyPattern(reply).GivesConductance)
            yield return new Problem(Code, "read",
                "its last line needs a reply with a group amperes, milliamperes, microamperes, siemens or ohms");
        if (commands.Safe.Count == 0)
            yield return new Problem(Code, "safe", "give at least one line that switches the output off");
    }

    private static IEnumerable<Problem> Scpi(CommandOptions commands)
    {
        if (commands.Identify?.Reply is null)
            yield return new Problem(Code, "identify",
                "a SCPI unit is asked who it is before its output is enabled: give the reply");
        if (commands.Error?.Reply is null)
            yield return new Problem(Code, "error",
                "the error queue of a SCPI unit is read after every group: give the reply");
    }
}
