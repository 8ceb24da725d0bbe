using System.Globalization;
using CrossbarSim.HardwareBridge.Emulation;

namespace CrossbarSim.Simulator.Boards;

/// <summary>Faults of an emulated line as they are typed: <c>corrupt=0.05,drop-replies=0.05</c>.</summary>
internal static class FaultText
{
    /// <summary>How faults are typed, for a message.</summary>
    public const string Form = "name=share,... such as corrupt=0.05,drop-replies=0.05; the names are corrupt, drop-requests, "
        + "drop-replies, duplicate, delay, split (shares of frames, 0 to 1) and beats (a number)";

    /// <summary>Reads faults.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>The faults; null where the text is none.</returns>
    public static FaultOptions? Parse(string text)
    {
        FaultOptions? faults = new();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var words = part.Split('=', StringSplitOptions.TrimEntries);
            if (words.Length != 2 || !double.TryParse(words[1], CultureInfo.InvariantCulture, out var value)) return null;
            faults = With(faults, words[0], value);
            if (faults is null) return null;
        }

        return faults;
    }

    private static FaultOptions? With(FaultOptions faults, string name, double value) => name switch
    {
        "beats" when value is >= 0 and <= 100 && value == Math.Floor(value) => faults with { Beats = (int)value },
        _ when value is not (>= 0 and <= 1) => null,
        "corrupt" => faults with { Corrupt = value },
        "drop-requests" => faults with { DropRequests = value },
        "drop-replies" => faults with { DropReplies = value },
        "duplicate" => faults with { Duplicate = value },
        "delay" => faults with { Delay = value },
        "split" => faults with { Split = value },
        _ => null,
    };
}
