using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// The laws of one layer in all replicas on the accelerator; those that are the same lie there once.
/// </summary>
internal sealed class LayerLaws
{
    private readonly FlatBuffer<ReplicaLaw> _laws;
    private readonly FlatBuffer<long> _curves;
    private readonly FlatBuffer<float> _steps;

    /// <summary>Sends the laws of a layer.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="plan">Network and replicas.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="tables">Tabulated laws.</param>
    public LayerLaws(AcceleratorMemory memory, EnginePlan plan, int layer, LawTables tables)
    {
        Tables = [.. plan.Replicas.Select(replica => tables.Of(replica.Mappings[layer]))];
        var different = Tables.Distinct().ToList();
        var curves = Starts(different, table => table.Values.Length);
        var steps = Starts(different, table => table.Steps.Length);
        _curves = memory.Holding<long>([.. different.SelectMany(table => table.Values)]);
        _steps = memory.Holding<float>([.. different.SelectMany(table => table.Steps)]);
        _laws = memory.Holding<ReplicaLaw>([.. Tables.Select((table, replica) => new ReplicaLaw(
            table.Parameters, curves[table], steps[table], DeviceParameters.Nominal(table),
            plan.Replicas[replica].Seed))]);
    }

    /// <summary>Law of each replica, on the host.</summary>
    public IReadOnlyList<LawTable> Tables { get; }

    /// <summary>Law of each replica.</summary>
    public ArrayView<ReplicaLaw> Laws => _laws.View;

    /// <summary>Curves of all laws.</summary>
    public ArrayView<long> Curves => _curves.View;

    /// <summary>Nominal steps of all laws.</summary>
    public ArrayView<float> Steps => _steps.View;

    private static Dictionary<LawTable, int> Starts(List<LawTable> tables, Func<LawTable, int> length)
    {
        Dictionary<LawTable, int> starts = [];
        var start = 0;
        foreach (var table in tables)
        {
            starts[table] = start;
            start = checked(start + length(table));
        }

        return starts;
    }
}
