namespace Personio.Lifecycle;

/// <summary>What this tool did to an account, as far as the log knows.</summary>
internal sealed record AccountHistory
{
    /// <summary>Whether it was created here, disabled, and never enabled since.</summary>
    public bool AwaitsFirstDay { get; init; }

    /// <summary>Whether the last change of its state here was to disable it.</summary>
    public bool WasDisabledHere { get; init; }

    /// <summary>Whether that was at once, before HR said so.</summary>
    public bool WasImmediate { get; init; }
}
