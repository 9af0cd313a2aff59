namespace Personio.Completers;

/// <summary>The states of approval of an absence that Personio is known to use.</summary>
internal abstract class AbsenceStates : IFixedValues
{
    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
    [
        ("Approved", "approved"),
        ("DeletionPending", "approved; its withdrawal waits for approval, and until then the person is away"),
        ("Pending", "waits for approval"),
        ("Rejected", "rejected"),
        ("SubstituteRequested", "waits for the substitute, and then for approval"),
    ];
}
