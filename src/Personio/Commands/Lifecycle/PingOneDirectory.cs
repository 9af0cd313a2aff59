using Personio.Lifecycle;
using Personio.Models;
using Personio.PingOne;

namespace Personio;

/// <summary>PingOne as a directory to apply plans to.</summary>
/// <param name="client">The client.</param>
/// <param name="columns">The columns that hold an account's values.</param>
/// <param name="attributes">The attributes that accounts must include.</param>
/// <param name="asksRole">True to request the admin roles of a row's account.</param>
internal sealed class PingOneDirectory(
    PingOneClient client, AccountColumns columns, IReadOnlyList<string> attributes, Func<PlanRow, bool> asksRole)
    : IDirectory
{
    private readonly Dictionary<string, bool> _isAdmin = new(StringComparer.Ordinal);
    private UserState? _last;

    /// <inheritdoc/>
    public Task<AccountRow?> ReadAsync(PlanRow row, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        string? id = string.IsNullOrEmpty(row.AccountId)
            ? await FindAsync(row, cancellationToken).ConfigureAwait(false)
            : row.AccountId;
        if (id is null || await StateAsync(id, cancellationToken).ConfigureAwait(false) is not { } state)
        {
            return null;
        }

        _last = state;
        AccountRow account = ToRow(state.User);
        return row.Action is not (PlanAction.None or PlanAction.Create) && asksRole(row)
            ? account with { IsAdmin = await IsAdminAsync(id, cancellationToken).ConfigureAwait(false) }
            : account;
    });

    /// <inheritdoc/>
    public Task<AccountRow?> CreateAsync(
        PlanRow row, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) =>
        GuardAsync(async () => ToRow(
            (await client.CreateUserAsync(values, cancellationToken).ConfigureAwait(false)).User));

    /// <inheritdoc/>
    public Task<AccountRow?> UpdateAsync(
        PlanRow row, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
    {
        // The account has just been read: unchanged parts of a name are sent as they were then.
        UserState state = _last?.User.UserId == row.AccountId
            ? _last!
            : await client.GetUserStateAsync(row.AccountId!, cancellationToken).ConfigureAwait(false);
        _last = null;
        return ToRow((await client.UpdateUserAsync(
            row.AccountId!, state.MergeObjects(values), cancellationToken).ConfigureAwait(false)).User);
    });

    /// <inheritdoc/>
    public Task<AccountRow?> EnableAsync(PlanRow row, CancellationToken cancellationToken) =>
        SwitchAsync(row, isOn: true, cancellationToken);

    /// <inheritdoc/>
    public Task<AccountRow?> DisableAsync(PlanRow row, CancellationToken cancellationToken) =>
        SwitchAsync(row, isOn: false, cancellationToken);

    // The client checks the resulting state in the response.
    private Task<AccountRow?> SwitchAsync(
        PlanRow row, bool isOn, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await client.SetEnabledAsync(row.AccountId!, isOn, cancellationToken).ConfigureAwait(false);
        return new AccountRow
        {
            AccountId = row.AccountId, UserName = row.UserName, Key = row.PersonId, Enabled = isOn,
        };
    });

    // Lists may lag behind writes; callers account for that and wait.
    private async Task<string?> FindAsync(PlanRow row, CancellationToken cancellationToken)
    {
        foreach ((string attribute, string? value) in (IEnumerable<(string, string?)>)
            [("externalId", row.PersonId), ("username", row.UserName)])
        {
            if (string.IsNullOrEmpty(value))
            {
                continue;
            }

            await foreach (PingOneUser user in client.ListUsersAsync(
                ScimFilter.Equal(attribute, value), 1, null, cancellationToken).ConfigureAwait(false))
            {
                return user.UserId;
            }
        }

        return null;
    }

    private async Task<UserState?> StateAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetUserStateAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (PersonioException missing) when (missing is { Kind: ErrorKind.NotFound, Noun: not "Environment" })
        {
            return null;
        }
    }

    private async Task<bool> IsAdminAsync(string id, CancellationToken cancellationToken)
    {
        if (!_isAdmin.TryGetValue(id, out bool isAdmin))
        {
            _isAdmin[id] = isAdmin = await client.IsAdministratorAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return isAdmin;
    }

    private AccountRow ToRow(PingOneUser user) => PingOneAccounts.CreateRow(user, columns, attributes);

    private static async Task<AccountRow?> GuardAsync(Func<Task<AccountRow?>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (PersonioException fault)
        {
            throw new DirectoryException(FaultOf(fault), fault.Message, fault.Kind.ToString(), fault.TraceId, fault);
        }
    }

    private static bool IsAboutUserName(PersonioException fault) =>
        fault.Detail?.Contains("username", StringComparison.OrdinalIgnoreCase) == true;

    private static DirectoryFault FaultOf(PersonioException fault) => fault switch
    {
        { OutcomeUnknown: true } => DirectoryFault.OutcomeUnknown,
        // Another user name does not help if the value of another attribute is taken.
        { Kind: ErrorKind.Conflict } when IsAboutUserName(fault) => DirectoryFault.UserNameTaken,
        { Kind: ErrorKind.AccessDenied or ErrorKind.AuthenticationFailed or ErrorKind.NotConnected } =>
            DirectoryFault.AccessDenied,
        _ => DirectoryFault.Refused,
    };
}
