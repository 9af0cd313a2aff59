namespace Personio.Models;

/// <summary>Whether the credential of a session may read or write one part of the API.</summary>
public sealed record AccessCheck
{
    /// <summary>The part of the API, for example Absence.</summary>
    public string? Area { get; init; }

    /// <summary>Read or Write.</summary>
    public string? Access { get; init; }

    /// <summary>
    /// Granted; MissingScope; NotAvailable if the company does not have the feature (a beta, an add-on or part of
    /// another plan); Unknown if it cannot be determined without writing.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The required scope.</summary>
    public string? Scope { get; init; }

    /// <summary>The cmdlets that need it.</summary>
    public ValueList<string> Cmdlets { get; init; } = new([]);

    /// <summary>
    /// Personio's message if access is not granted; for reading absences, how the company writes their last day;
    /// otherwise null.
    /// </summary>
    public string? Detail { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Area} {Access}: {Status}";
}
