namespace Personio.Sandbox.Tenant;

/// <summary>How an employment ended or will end.</summary>
internal sealed record Termination(
    DateOnly? TerminationDate, DateOnly? LastWorkingDate, DateOnly? TerminatedAt, string? Type, string? Reason)
{
    /// <summary>Of those who stay, some have no termination and others one full of nulls.</summary>
    public static Termination? ForStaying(bool isObject) =>
        isObject ? new Termination(null, null, null, null, null) : null;
}
