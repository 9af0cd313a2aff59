namespace Personio.Client;

/// <summary>A list of a company whose names represent ids, in output and in tab completion.</summary>
public interface ICompanyList
{
    /// <summary>The singular noun of the entries, without spaces, for example <c>LegalEntity</c>.</summary>
    string Key { get; }

    /// <summary>
    /// The singular noun that the API uses for the entries. It is the key, except for a part of another list:
    /// departments are org units.
    /// </summary>
    string Noun { get; }

    /// <summary>The words for an entry in messages, for example <c>legal entity</c>.</summary>
    string Words { get; }

    /// <summary>The words for several entries in messages, for example <c>legal entities</c>.</summary>
    string PluralWords { get; }

    internal Task<IReadOnlyList<NamedEntry>> ReadNamesAsync(PersonioClient client, CancellationToken cancellationToken);
}
