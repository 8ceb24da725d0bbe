using System.CommandLine;
using System.Globalization;
using CrossbarSim.Simulator.Accelerators;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>accelerators</c>: what this machine can compute on.</summary>
internal static class AcceleratorsCommand
{
    private const string Help =
        """
        List the CPU, the CUDA and the OpenCL devices, and test each against the backend reference.

        Example: crossbarsim accelerators

        The self-test trains a small network for one epoch: the pulse counters must be those of reference. It fails
        with exit code 1. Units are multiprocessors of a GPU or cores of a CPU.
        """;

    public static Command Create()
    {
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("accelerators", Help) { json, verbose };
        command.SetAction(parsed => UserErrors.Guard(() => Run(parsed.GetValue(json)), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(bool json)
    {
        var survey = Survey.Take();
        if (json) JsonText.Print(survey);
        else Print(survey);
        return survey.Devices.Any(d => d.SelfTest is { Passed: false }) ? ExitCodes.Unexpected : ExitCodes.Ok;
    }

    private static void Print(Survey survey)
    {
        TextTable.Print(
            Console.Out,
            ["backend", "device", "kind", "memory", "units", "self-test", "platform", "driver"],
            survey.Devices.Select(Row));
        Console.Out.WriteLine();
        foreach (var device in survey.Devices.Where(d => d.Unusable is not null || d.SelfTest is { Passed: false }))
            Console.Out.WriteLine($"{device.Backend}, {device.Name}: {device.Unusable ?? device.SelfTest!.Wrong}");
        foreach (var (backend, why) in survey.Missing.Where(m => survey.Devices.All(d => d.Backend != m.Key)))
            Console.Out.WriteLine($"{backend}: none, {why}");
        Console.Out.WriteLine("Each computes every law, mapping and rule, in single precision; reference in double.");
        Console.Out.WriteLine($"--backend auto takes {survey.Auto}: {survey.Why}.");
    }

    private static string[] Row(SurveyedDevice device) =>
    [
        device.Backend,
        device.Name,
        device.IsGpu ? "GPU" : "CPU",
        string.Create(CultureInfo.InvariantCulture, $"{device.MemoryBytes / (double)(1 << 30):0.0} GiB"),
        device.Units.ToString(CultureInfo.InvariantCulture),
        device.SelfTest is not { } test ? "not usable"
            : string.Create(CultureInfo.InvariantCulture, $"{(test.Passed ? "passed" : "failed")}, {test.Seconds:0.0} s"),
        device.Platform,
        device.Driver,
    ];
}
