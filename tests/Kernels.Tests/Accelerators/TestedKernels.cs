using System.Reflection;
using CrossbarSim.Kernels.Accelerators;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>Every kernel with every type argument that it can be compiled for.</summary>
internal static class TestedKernels
{
    private static readonly Assembly Tested = typeof(AcceleratorBackend).Assembly;

    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. Tested.GetTypes().Where(type => type.Name.EndsWith("Kernel", StringComparison.Ordinal))
            .Select(type => type.GetMethod("Run")!).SelectMany(Closed),
    ];

    public static string NameOf(MethodInfo kernel) =>
        string.Join(' ', kernel.GetGenericArguments().Select(type => type.Name).Prepend(kernel.DeclaringType!.Name));

    private static IEnumerable<MethodInfo> Closed(MethodInfo kernel)
    {
        if (!kernel.IsGenericMethodDefinition) return [kernel];
        IEnumerable<Type[]> choices = [[]];
        foreach (var argument in kernel.GetGenericArguments())
            choices = [.. from chosen in choices from type in Fitting(argument) select (Type[])[.. chosen, type]];
        return choices.Select(types => kernel.MakeGenericMethod(types));
    }

    private static IEnumerable<Type> Fitting(Type argument)
    {
        var wanted = argument.GetGenericParameterConstraints().Single(type => type.IsInterface);
        return Tested.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(wanted));
    }
}
