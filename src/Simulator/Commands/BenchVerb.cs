using System.Globalization;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Bench;
using CrossbarSim.Simulator.Bench.Checks;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>bench</c> does once the command line is understood.</summary>
internal sealed class BenchVerb
{
    // Ceilings at each number of threads: multiply-adds and copies.
    private const int Peaks = 2;

    public required BenchOptions Options { get; init; }

    /// <summary>CSV file; null: none.</summary>
    public required string? Out { get; init; }

    public required bool Json { get; init; }

    public required bool Quiet { get; init; }

    /// <summary>Runs the verb.</summary>
    /// <param name="check">Whether to compare instead of measuring.</param>
    /// <returns>The exit code.</returns>
    public int Run(bool check)
    {
        using var folder = Out is null ? null : OutputFolder.Open(Path.GetDirectoryName(Path.GetFullPath(Out))!, "out");
        using var interrupt = new Interrupt("stopping after this measurement; once more to stop at once");
        var code = check ? Check(interrupt.Token) : Measure(interrupt.Token);
        return interrupt.Token.IsCancellationRequested ? ExitCodes.Cancelled : code;
    }

    private int Measure(CancellationToken stop)
    {
        List<BenchRow> rows = [];
        Save(path => BenchCsv.Write(path, rows));
        var data = BenchData.Load(DataOption.Folders(Options.Data), BenchOptions.SamplesOf(Options.Quick));
        foreach (var choice in BenchTargets.Of(Options.Backends).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            using var target = BenchTargets.Open(choice);
            var plan = new BenchPlan(Options, target);
            WorkProgress.Show(Quiet, target.Backend.Name, Peaks * plan.Threads.Count + plan.Points().Count, done =>
                new BenchRun(Options, target, data.Samples, row =>
                {
                    rows.Add(row);
                    Save(path => BenchCsv.Write(path, rows));
                    done();
                }).Measure(stop));
        }

        if (Json) JsonText.Print(new { data = data.Text, rows });
        else Print(data, rows);
        return ExitCodes.Ok;
    }

    private void Print(BenchData data, List<BenchRow> rows)
    {
        Console.Out.WriteLine($"{data.Text}; 784-128-10, linear devices");
        foreach (var (backend, accelerator) in rows.Select(row => (row.Backend, row.Accelerator)).Distinct())
            Console.Out.WriteLine($"{backend}: {accelerator}");
        BenchTable.Print(Console.Out, rows);
        Console.Out.WriteLine("s/epoch: 60,000 images, one network; of peak, of copy: per busy core on cpu, else of wall time");
        if (Out is not null) Console.Out.WriteLine(Out);
    }

    private int Check(CancellationToken stop)
    {
        List<CheckRow> rows = [];
        Save(path => CheckCsv.Write(path, rows));
        using var cpu = BenchTargets.Open(BackendChoice.Cpu);
        var check = new BackendCheck(cpu.Backend);
        foreach (var choice in BenchTargets.Of(Options.Backends).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            using var target = BenchTargets.Open(choice);
            WorkProgress.Show(Quiet, target.Backend.Name, CheckedDevice.All.Count * CheckedRule.All.Count, done =>
            {
                foreach (var row in check.Run(target.Backend).TakeWhile(_ => !stop.IsCancellationRequested))
                {
                    rows.Add(row);
                    Save(path => CheckCsv.Write(path, rows));
                    done();
                }
            });
        }

        return Report(rows);
    }

    private int Report(List<CheckRow> rows)
    {
        var different = rows.Sum(row => row.Different);
        if (Json)
        {
            JsonText.Print(rows);
        }
        else
        {
            TextTable.Print(Console.Out, [.. CheckCsv.Columns], rows.Select(CheckCsv.Fields));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{different:N0} of {rows.Sum(row => row.Compared):N0} numbers differ from those of cpu."));
            if (Out is not null) Console.Out.WriteLine(Out);
        }

        return different == 0 ? ExitCodes.Ok : ExitCodes.Unexpected;
    }

    // After every row, so that whatever ends the run leaves what was measured.
    private void Save(Action<string> write)
    {
        if (Out is not null) write(Out);
    }
}
