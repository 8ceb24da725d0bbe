using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Calibration;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Tests.Calibration;

public sealed class CalibrationTests : IDisposable
{
    private const double ReadVoltage = 0.2;
    private static readonly CalibrationPoint[] OpenAndResistor = [new(0, 1e-6), new(100e-6, 111e-6)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossbarsim-calibration");
    private readonly PulseJournal _journal = PulseJournal.InMemory(TimeProvider.System);

    private string Path => System.IO.Path.Combine(_folder.FullName, "calibration.json");

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Two_points_give_their_line()
    {
        var calibration = Fit(OpenAndResistor);
        Assert.Equal(1.1, calibration.Gain, 12);
        Assert.Equal(1e-6, calibration.Offset, 12);
        Assert.Equal(100e-6, calibration.Conductance(111e-6), 12);
        Assert.Equal(111e-6, calibration.Reading(100e-6), 12);
        Assert.Equal(double.PositiveInfinity, calibration.Conductance(double.PositiveInfinity));
    }

    [Fact]
    public void More_points_leave_a_residual() =>
        Assert.Equal(Math.Sqrt(2) / 3 * 1e-6, Fit(new(0, 0), new(50e-6, 51e-6), new(100e-6, 100e-6)).Residual, 12);

    [Fact]
    public void One_known_conductance_determines_nothing()
    {
        Assert.Equal("CBS1313", Refusal(() => Fit(new(100e-6, 99e-6), new(100e-6, 101e-6))));
        Assert.Equal("CBS1313", Refusal(() => Fit(new(0, 1e-6), new(100e-6, double.PositiveInfinity))));
        Assert.Equal("CBS1313", Refusal(() => Fit(new(0, 1e-6), new(100e-6, 0))));
    }

    [Fact]
    public void Reads_products_and_programming_are_those_of_the_calibration()
    {
        using var rig = new EmulatedRig();
        double[] voltages = [0.2, 0.1];
        var (block, lines) = (new CellBlock(0, 0, 8, 8), new CellBlock(0, 0, 2, 3));
        var (raw, rawCurrents) = With(rig, null, board => (board.Read(block), board.Multiply(lines, voltages)));
        CalibrationFile.Write(Path, Fit(OpenAndResistor));
        var (read, currents) = With(rig, new CalibrationOptions { File = Path },
            board => (board.Read(block), board.Multiply(lines, voltages)));
        Assert.All(raw.Zip(read), pair => Assert.Equal((pair.First.Conductance - 1e-6) / 1.1, pair.Second.Conductance, 15));
        Assert.All(rawCurrents.Zip(currents), pair => Assert.Equal((pair.First - 1e-6 * 0.3) / 1.1, pair.Second, 15));

        var target = new CellReading(new Cell(2, 3), read.Average(cell => cell.Conductance) + 2e-6);
        var plan = new ProgramPlan(0.3e-6, MostPulses: 250, StepUp: 0.49e-6, StepDown: 0.49e-6);
        With(rig, new CalibrationOptions { File = Path }, board =>
        {
            board.Arm(EmulatedRig.Serial);
            var outcome = Assert.Single(board.Program(plan, [target], EmulatedRig.Cancellation));
            Assert.Equal(CellResult.Reached, outcome.Result);
            Assert.InRange(board.Read(new CellBlock(2, 3, 1, 1))[0].Conductance, target.Conductance - 0.31e-6,
                target.Conductance + 0.31e-6);
            return outcome;
        });
    }

    [Theory]
    [InlineData(EmulatedRig.Serial + 1, ReadVoltage, 0, "1002")]
    [InlineData(EmulatedRig.Serial, 0.3, 0, "300 mV")]
    [InlineData(EmulatedRig.Serial, ReadVoltage, 31, "holds for")]
    [InlineData(EmulatedRig.Serial, ReadVoltage, -1, "holds for")]
    public void Another_boards_another_voltages_and_a_stale_one_are_refused(uint serial, double voltage, int days, string why)
    {
        using var rig = new EmulatedRig();
        var madeAt = DateTimeOffset.UtcNow - TimeSpan.FromDays(days);
        CalibrationFile.Write(Path, BoardCalibration.Fit(serial, madeAt, voltage, OpenAndResistor));
        AssertRefused(rig, why);
    }

    [Theory]
    [InlineData("{", "JSON")]
    [InlineData("{}", "serial")]
    [InlineData("null", "no gain")]
    public void A_damaged_file_is_refused(string contents, string why)
    {
        using var rig = new EmulatedRig();
        File.WriteAllText(Path, contents);
        AssertRefused(rig, why);
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        using var rig = new EmulatedRig();
        AssertRefused(rig, Path);
    }

    private static BoardCalibration Fit(params CalibrationPoint[] points) =>
        BoardCalibration.Fit(EmulatedRig.Serial, DateTimeOffset.UtcNow, ReadVoltage, points);

    private static string Refusal(Action action) => Assert.Throws<BoardException>(action).Code;

    private void AssertRefused(EmulatedRig rig, string why)
    {
        var refusal = Assert.Throws<BoardException>(() => With(rig, new CalibrationOptions { File = Path }, _ => 0));
        Assert.Equal("CBS1314", refusal.Code);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    private T With<T>(EmulatedRig rig, CalibrationOptions? calibration, Func<LinkBoard, T> use)
    {
        rig.Options = rig.Options with { Calibration = calibration };
        using var board = rig.Connect(_journal);
        return use(board);
    }
}
