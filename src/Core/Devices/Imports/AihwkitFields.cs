namespace CrossbarSim.Core.Devices.Imports;

/// <summary>The fields of aihwkit's devices that are not imported where they are not 0, and why.</summary>
internal static class AihwkitFields
{
    private const string Reset = "a device is reset to gmin, and not column by column, here";
    private const string Fixed = "a fixed reference device is not drawn here; mapping: { kind: reference } reads against one";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, string> NotImported { get; } = new Dictionary<string, string>
    {
        ["write_noise_std"] = "devices of this class have no write noise there",
        ["apply_write_noise_on_set"] = "write noise comes with pulses here",
        ["corrupt_devices_prob"] = "sticks devices about weight 0; give variation: { faults } for a share that sticks elsewhere",
        ["corrupt_devices_range"] = "belongs to corrupt_devices_prob",
        ["lifetime"] = "leakage from mini-batch to mini-batch is not imported",
        ["lifetime_dtod"] = "belongs to lifetime",
        ["diffusion"] = "diffusion from mini-batch to mini-batch is not imported",
        ["diffusion_dtod"] = "belongs to diffusion",
        ["drift"] = "drift is not imported",
        ["reset"] = Reset,
        ["reset_dtod"] = Reset,
        ["reset_std"] = Reset,
        ["pow_up_down_dtod"] = "the powers of both directions spread together here",
        ["slope_up_dtod"] = "slopes spread by gain here",
        ["slope_down_dtod"] = "slopes spread by gain here",
        ["reference_mean"] = Fixed,
        ["reference_std"] = Fixed,
        ["subtract_symmetry_point"] = Fixed,
        ["reverse_up"] = "steps that shrink towards the end where they start are not imported",
        ["reverse_down"] = "steps that shrink towards the end where they start are not imported",
        ["reverse_offset"] = "belongs to reverse_up and reverse_down",
        ["allow_increasing"] = "steps that grow with the spread of gamma are not imported",
        ["mean_bound_reference"] = "steps are shares of a device's own window here",
        ["n_estimation_steps"] = "the symmetry point is computed here",
        ["construction_seed"] = "--seed draws the devices here",
        ["enforce_consistency"] = "windows and steps are always sound here",
        ["perfect_bias"] = "a bias has devices as any weight has",
        ["count_pulses"] = "pulses are always counted here",
    };
}
