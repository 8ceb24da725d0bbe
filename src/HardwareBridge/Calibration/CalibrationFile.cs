using System.Globalization;
using System.Text.Json;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Units;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Calibration;

/// <summary>Calibrations as JSON files, and whether one holds for a board today.</summary>
public static class CalibrationFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    /// <summary>Writes a calibration: whole, or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="calibration">What.</param>
    public static void Write(string path, BoardCalibration calibration)
    {
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(calibration, Format) + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Reads the calibration that a board file names, and refuses one that does not hold.</summary>
    /// <param name="options">The board file.</param>
    /// <param name="identity">The board that answered.</param>
    /// <param name="now">The time.</param>
    /// <returns>One that changes nothing where the file names none.</returns>
    /// <exception cref="BoardException">
    /// It cannot be read, is another board's or of another read voltage, or is too old: CBS1314.
    /// </exception>
    public static BoardCalibration For(BoardOptions options, BoardIdentity identity, DateTimeOffset now)
    {
        if (options.Calibration is not { } wanted) return BoardCalibration.None;
        var calibration = Read(wanted.File);
        var age = (now - calibration.MadeAt).TotalSeconds;
        if (calibration.Serial != identity.Serial)
            throw Refused(wanted.File, $"it is that of board {calibration.Serial}, and this is board {identity.Serial}");
        if (calibration.ReadVoltage != options.Read.Voltage)
            throw Refused(wanted.File, $"it was made with reads of {Quantity.Format(calibration.ReadVoltage, "V")}, "
                + $"and the board file says {Quantity.Format(options.Read.Voltage, "V")}");
        if (age > wanted.Valid || age < 0)
            throw Refused(wanted.File, string.Create(CultureInfo.InvariantCulture, $"it was made on {calibration.MadeAt:u}")
                + $", and holds for {Quantity.Format(wanted.Valid, "s")} from then on");
        return calibration;
    }

    private static BoardCalibration Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BoardCalibration>(File.ReadAllBytes(path), Format) is { Gain: > 0 } read
                ? read
                : throw Refused(path, "it has no gain above 0");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Refused(path, cause.Message);
        }
    }

    private static BoardException Refused(string path, string why) =>
        new("CBS1314", $"{path}: this calibration is not used: {why}; make a new one with board calibrate");
}
