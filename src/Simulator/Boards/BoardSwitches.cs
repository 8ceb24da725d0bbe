using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Units;
using CrossbarSim.Simulator.Composition;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Boards;

/// <summary>Arguments and options that the verbs of <c>board</c> share.</summary>
internal sealed class BoardSwitches
{
    private readonly Argument<string?> _board = new("board")
    {
        Description = "A board file (YAML), a port, or emulated.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _option = new("--board")
    {
        Description = "The same as an option.",
        HelpName = "file|port|emulated[:link]",
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "Where pulses are written down [default: beside the board file, with the ending .journal].",
        HelpName = "file",
    };

    /// <summary>Adds them to a verb.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="isOptional">Whether it can do without a board.</param>
    public void AddTo(Command command, bool isOptional = false)
    {
        command.Add(_board);
        command.Add(_option);
        command.Add(_journal);
        command.Validators.Add(result =>
        {
            var given = Tokens(result, _board) + Tokens(result, _option);
            if (given > 1) result.AddError("give one board: as an argument, or with --board.");
            else if (given == 0 && !isOptional)
                result.AddError("give a board: a board file, a port, or emulated; 'crossbarsim board list' shows the ports.");
        });
    }

    /// <summary>The board that was named.</summary>
    public BoardReference Find(ParseResult parsed) => BoardFactory.Find(Name(parsed)!, Journal(parsed));

    /// <summary>What was named, if anything.</summary>
    public string? Name(ParseResult parsed) => parsed.GetValue(_board) ?? parsed.GetValue(_option);

    /// <summary>Whether neither a board nor a journal was named.</summary>
    public bool IsMissing(CommandResult result) =>
        Tokens(result, _board) + Tokens(result, _option) + Tokens(result, _journal) == 0;

    /// <summary>The journal that was named, if any.</summary>
    public string? Journal(ParseResult parsed) => parsed.GetValue(_journal);

    /// <summary>Cells.</summary>
    /// <param name="what">Which, for the help.</param>
    /// <param name="name">Name of the option.</param>
    public static Option<IReadOnlyList<CellBlock>?> Cells(string what, string name = "--cells")
    {
        Option<IReadOnlyList<CellBlock>?> option = new(name)
        {
            Description = $"{what}, as ROW,COLUMN;... from 0; a range is 0..7.",
            HelpName = "cells",
        };
        option.CustomParser = argument => Read(argument, name, CellText.Form, CellText.Parse);
        return option;
    }

    /// <summary>A number within a range.</summary>
    public static Option<int?> Number(string name, string what, int least, int most)
    {
        Option<int?> option = new(name) { Description = what, HelpName = "n" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && (number < least || number > most))
                result.AddError(FormattableString.Invariant($"{name}: give a number from {least} to {most}."));
        });
        return option;
    }

    /// <summary>A quantity with its unit.</summary>
    public static Option<double?> Amount(string name, string unit, string example, string what)
    {
        Option<double?> option = new(name) { Description = what, HelpName = example };
        option.CustomParser = argument => Read(argument, name, $"a number with the unit {unit}, such as \"{example}\"",
            text => Quantity.TryParse(text, unit, out var value) && double.IsFinite(value) ? value : (double?)null);
        return option;
    }

    /// <summary>Arming.</summary>
    public static Option<bool> Arm(string what) => new("--arm") { Description = what };

    /// <summary>The serial number that arming needs.</summary>
    public static Option<uint?> Serial() => new("--serial")
    {
        Description = "Serial number of the board, as 'board info' tells it; a pulse needs it.",
        HelpName = "number",
    };

    /// <summary>Reads the one word of an option.</summary>
    internal static T? Read<T>(ArgumentResult argument, string name, string form, Func<string, T?> parse)
    {
        var text = argument.Tokens[0].Value;
        var value = parse(text);
        if (value is null) argument.AddError($"{name}: {Printable.Quoted(text)} is not {form}.");
        return value;
    }

    private static int Tokens(CommandResult result, Symbol symbol) => symbol switch
    {
        Argument argument => result.GetResult(argument)?.Tokens.Count ?? 0,
        Option option => result.GetResult(option)?.Tokens.Count ?? 0,
        _ => 0,
    };
}
