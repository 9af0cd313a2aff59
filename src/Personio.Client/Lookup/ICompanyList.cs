namespace Personio.Client;

/// <summary>A list of a company whose names stand for ids: in output, and while somebody types.</summary>
public interface ICompanyList
{
    /// <summary>What the list is of, in the singular and without spaces, for example <c>LegalEntity</c>.</summary>
    string Key { get; }

    /// <summary>
    /// What its entries are to the API, in the singular. It is the key, but for a part of another list: departments are
    /// org units.
    /// </summary>
    string Noun { get; }

    /// <summary>What an entry is called, for example <c>legal entity</c>.</summary>
    string Words { get; }

    /// <summary>What several entries are called, for example <c>legal entities</c>.</summary>
    string PluralWords { get; }

    internal Task<IReadOnlyList<NamedEntry>> ReadNamesAsync(PersonioClient client, CancellationToken cancellationToken);
}
