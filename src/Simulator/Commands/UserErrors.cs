using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Turns what went wrong into a message for the user and an exit code: never a stack trace for a mistake.</summary>
internal static class UserErrors
{
    /// <summary>Runs a verb and reports what it throws.</summary>
    /// <param name="verb">Returns the exit code.</param>
    /// <param name="verbose">Whether to show where an unexpected error arose.</param>
    public static int Guard(Func<int> verb, bool verbose)
    {
        try
        {
            return verb();
        }
        catch (LocatedConfigurationException e)
        {
            foreach (var problem in e.Problems) Console.Error.WriteLine(problem.Render());
            return ExitCodes.InvalidFile;
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems) Print(problem);
            return ExitCodes.InvalidFile;
        }
        catch (DataFileException e)
        {
            Print(e);
            return ExitCodes.InvalidFile;
        }
        catch (DownloadException e)
        {
            Console.Error.WriteLine($"error {e.Code}: {e.Message}");
            return ExitCodes.Unexpected;
        }
        catch (SafetyLimitException e)
        {
            Print(e.Problem);
            return ExitCodes.SafetyLimit;
        }
        catch (BoardException e)
        {
            Console.Error.WriteLine($"error {e.Code}: {e.Message}");
            return ExitCodes.BoardLost;
        }
        catch (TransportException e)
        {
            Console.Error.WriteLine($"error CBS1303: {e.Message}");
            return ExitCodes.BoardLost;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(SystemErrors.Line(e));
            return ExitCodes.Unexpected;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"unexpected error: {(verbose ? e : e.Message)}");
            if (!verbose) Console.Error.WriteLine("This is a fault of the program, not yours; --verbose shows where it arose.");
            return ExitCodes.Unexpected;
        }
    }

    /// <summary>Prints what is wrong with a file.</summary>
    /// <param name="problem">The problem.</param>
    public static void Print(DataFileException problem) =>
        Console.Error.WriteLine($"{problem.File}: error {problem.Code}: {problem.Message}");

    /// <summary>Prints a problem that is in no file.</summary>
    /// <param name="problem">The problem.</param>
    public static void Print(Problem problem)
    {
        var path = problem.Path.Length == 0 ? "" : $"{problem.Path}: ";
        Console.Error.WriteLine($"{problem.Severity.ToString().ToLowerInvariant()} {problem.Code}: {path}{problem.Message}");
    }
}
