namespace Personio.Sandbox.Tenant;

/// <summary>How an employment ended or will end.</summary>
internal sealed record Termination(
    DateOnly? TerminationDate, DateOnly? LastWorkingDate, DateOnly? TerminatedAt, string? Type, string? Reason)
{
    /// <summary>For persons who stay: some have no termination, others one in which every value is null.</summary>
    public static Termination? ForStaying(bool isObject) =>
        isObject ? new Termination(null, null, null, null, null) : null;
}
