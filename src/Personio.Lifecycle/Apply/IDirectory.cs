namespace Personio.Lifecycle;

/// <summary>
/// A directory to which plans are applied. A call that is refused, or whose answer is lost, throws a <see
/// cref="DirectoryException"/>. Implementations never repeat a call that may have been carried out.
/// </summary>
/// <remarks>
/// Values are null, strings, arrays of strings or, for the enabled state, booleans. A write returns the account from
/// the directory's answer, or null if the answer does not include it; the account is then read again.
/// </remarks>
public interface IDirectory
{
    /// <summary>
    /// Reads the account of a row: by AccountId or, if that is empty, by the key (PersonId), otherwise by the user
    /// name. Null if no account exists. The account must include the attributes of the mapping, or the row counts as
    /// stale, and should say whether it holds an admin role if the directory reports that.
    /// </summary>
    Task<AccountRow?> ReadAsync(PlanRow row, CancellationToken cancellationToken);

    /// <summary>Creates the account of a row.</summary>
    Task<AccountRow?> CreateAsync(PlanRow row, IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken);

    /// <summary>
    /// Changes attributes of a row's account, including the key and the manager. A null value clears an attribute.
    /// </summary>
    Task<AccountRow?> UpdateAsync(PlanRow row, IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken);

    /// <summary>Enables the account of a row.</summary>
    Task<AccountRow?> EnableAsync(PlanRow row, CancellationToken cancellationToken);

    /// <summary>Disables the account of a row.</summary>
    Task<AccountRow?> DisableAsync(PlanRow row, CancellationToken cancellationToken);
}
