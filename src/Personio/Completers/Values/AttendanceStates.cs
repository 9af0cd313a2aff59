namespace Personio.Completers;

/// <summary>The states of approval of an attendance period that Personio is known to use.</summary>
internal abstract class AttendanceStates : IFixedValues
{
    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
        [("Confirmed", "confirmed"), ("Pending", "waits for approval"), ("Rejected", "rejected")];
}
