namespace Personio.Lifecycle;

/// <summary>The employment state of a person on a day.</summary>
/// <param name="Kind">The kind of state.</param>
/// <param name="Status">The status of the relevant employment, as HR writes it.</param>
/// <param name="FirstDay">The first day of the relevant employment.</param>
/// <param name="LastDay">The last day, without the grace period; null if unknown.</param>
/// <param name="IsLastWorkingDay">Whether the last day is the last working day.</param>
/// <param name="HasContractEnded">The end of a fixed-term contract that has passed without any other sign of an
/// end.</param>
/// <param name="IsBetween">Whether an earlier employment ended too long before the next one for access to
/// continue.</param>
internal sealed record Standing(
    StandingKind Kind,
    string? Status,
    DateOnly? FirstDay = null,
    DateOnly? LastDay = null,
    bool IsLastWorkingDay = false,
    DateOnly? HasContractEnded = null,
    bool IsBetween = false)
{
    /// <summary>Whether the person is employed today.</summary>
    public bool IsInForce => Kind is StandingKind.Active or StandingKind.OnLeave;

    /// <summary>Whether access has to end.</summary>
    public bool IsOver => Kind is StandingKind.Over or StandingKind.Rescinded;
}
