using System.Diagnostics;
using CrossbarSim.TestSupport;

namespace CrossbarSim.HardwareBridge.Tests.Firmware;

/// <summary>The firmware's own tests, its size on the ATmega328P, and hostile bytes, where the tools are there.</summary>
public sealed class FirmwareBuildTests
{
    [Fact]
    public void Unit_tests_pass() => Assert.Contains(", 0 failed", Make("test", "gcc"), StringComparison.Ordinal);

    [Fact]
    public void Images_fit_the_ATmega328P()
    {
        var output = Make("avr", "gcc", "avr-gcc", "avr-size");
        Assert.Equal(3, output.Split('\n').Count(line => line.Contains("bytes of flash", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ten_thousand_hostile_inputs_do_no_harm() => Assert.Contains(
        "stat::number_of_executed_units: 10000", Make("fuzz-short", "clang"), StringComparison.Ordinal);

    /// <summary>Runs a target of the firmware's makefile, in a folder of its own: others may use the usual one now.</summary>
    private static string Make(string target, params string[] tools)
    {
        foreach (var tool in tools.Prepend("make"))
            Assert.SkipUnless(IsInstalled(tool),
                $"{tool} is missing: apt-get install make gcc gcc-avr avr-libc binutils-avr clang libclang-rt-dev");
        var build = Path.Combine(RepositoryPaths.Root, "artifacts", "firmware-tests");
        var start = new ProcessStartInfo("make", ["-C", Path.Combine(RepositoryPaths.Root, "firmware"), $"BUILD={build}", target])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(errors.Result.Contains("libclang_rt", StringComparison.Ordinal),
            "clang's run-time library is missing: apt-get install libclang-rt-dev");
        Assert.True(process.ExitCode == 0, output + errors.Result);
        return output + errors.Result;
    }

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
