namespace Personio.Lifecycle;

/// <summary>Where a person stands today.</summary>
/// <param name="Kind">The standing.</param>
/// <param name="Status">The status of the employment that counts, as HR writes it.</param>
/// <param name="FirstDay">The first day of the employment that counts.</param>
/// <param name="LastDay">The last day, without days of grace; null where none is known.</param>
/// <param name="IsLastWorkingDay">Whether the last day is the last working day.</param>
/// <param name="HasContractEnded">The end of a limited contract that has passed without any other sign of an
/// end.</param>
/// <param name="IsBetween">Whether an employment ended before, too long ago for access to go on until the next.</param>
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

    /// <summary>Whether access is to end.</summary>
    public bool IsOver => Kind is StandingKind.Over or StandingKind.Rescinded;
}
