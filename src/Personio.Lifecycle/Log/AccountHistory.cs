namespace Personio.Lifecycle;

/// <summary>What this module did to an account, according to the log.</summary>
internal sealed record AccountHistory
{
    /// <summary>Whether the account was created by us, disabled, and not enabled since.</summary>
    public bool AwaitsFirstDay { get; init; }

    /// <summary>Whether we last changed its state by disabling it.</summary>
    public bool WasDisabledHere { get; init; }

    /// <summary>Whether it was disabled immediately on request, before HR reported the departure.</summary>
    public bool WasImmediate { get; init; }

    /// <summary>When we created or disabled it; null if the log does not say.</summary>
    public DateTimeOffset? Since { get; init; }
}
