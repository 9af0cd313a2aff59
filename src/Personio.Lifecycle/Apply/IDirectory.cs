namespace Personio.Lifecycle;

/// <summary>
/// A directory that plans are applied to. A call that is refused, or whose answer is lost, throws a
/// <see cref="DirectoryException"/>; no call is repeated by the implementation when it may have been carried out.
/// </summary>
/// <remarks>Values are null, texts, arrays of texts, or, for the enabled state, booleans. A write gives the account as
/// the directory answered it, or null where it does not tell; then it is read again.</remarks>
public interface IDirectory
{
    /// <summary>Reads the account of a row: by AccountId, or, where that is empty, by the key (PersonId), else by the
    /// user name. Null where there is none. The account has the attributes of the mapping, or the row counts as stale,
    /// and tells whether it holds an admin role where the directory says so.</summary>
    Task<AccountRow?> ReadAsync(PlanRow row, CancellationToken cancellationToken);

    /// <summary>Creates the account of a row.</summary>
    Task<AccountRow?> CreateAsync(PlanRow row, IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken);

    /// <summary>Changes attributes of the account of a row, the key and the manager included. A null value
    /// clears.</summary>
    Task<AccountRow?> UpdateAsync(PlanRow row, IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken);

    /// <summary>Enables the account of a row.</summary>
    Task<AccountRow?> EnableAsync(PlanRow row, CancellationToken cancellationToken);

    /// <summary>Disables the account of a row.</summary>
    Task<AccountRow?> DisableAsync(PlanRow row, CancellationToken cancellationToken);
}
