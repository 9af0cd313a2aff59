namespace Personio.Lifecycle;

/// <summary>
/// Creates an account exactly once. If the answer is lost, the request is not repeated and no other user name is tried;
/// the account is looked up by its key instead.
/// </summary>
internal sealed class AccountCreation(
    IDirectory directory, ApplyOptions options, LogMemory? memory, RowLog log, TimeProvider clock, AttributeRoles roles)
{
    private readonly AccountSearch _search = new(directory, options, memory, clock);

    public async Task<(ResultRow Result, AccountRow? Account)> CreateAsync(PlanRow row,
        CancellationToken cancellationToken)
    {
        if (await _search.FindAsync(row, cancellationToken).ConfigureAwait(false) is { } existing)
        {
            (ResultRow already, existing) = await ExistingAsync(row, existing, cancellationToken)
                .ConfigureAwait(false);
            if (memory?.IsOpen(row.PlanId, row.Key) == true)
            {
                log.WriteAfter(row, row.GetChanges(), already);
            }

            return (already, existing);
        }

        string[] names = [row.UserName ?? "", .. (row.NextUserName ?? "").Split(';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        (ResultRow Result, AccountRow? Account) outcome = default;
        foreach (string name in names)
        {
            PlanRow attempt =
                row with { UserName = name, Changes = ChangeText.Write(ChangesOf(row.GetChanges(), name)) };
            bool isTaken;
            (outcome.Result, outcome.Account, isTaken) = await TryAsync(attempt, cancellationToken)
                .ConfigureAwait(false);
            if (!isTaken)
            {
                break;
            }
        }

        return outcome;
    }

    private async Task<(ResultRow Result, AccountRow? Account, bool IsTaken)> TryAsync(PlanRow row,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<AttributeChange> changes = row.GetChanges();
        log.WriteBefore(row, changes);
        ResultRow result = ResultRow.From(row, RowStatus.Unknown, "The write was broken off.");
        AccountRow? account = null;
        bool isTaken = false;
        bool isSent = false;
        try
        {
            account =
                await directory.CreateAsync(row, roles.ValuesToSend(changes), cancellationToken).ConfigureAwait(false);
            isSent = true;
            account ??= await _search.FoundAsync(row, cancellationToken).ConfigureAwait(false);
            (result, account) = await FinishAsync(row, changes, account, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException fault) when (isSent || fault.Fault == DirectoryFault.OutcomeUnknown)
        {
            (result, account) = await RecoverLostAsync(row, changes, fault, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException fault)
        {
            result = RowApplier.CreateFailure(row, fault);
            if (fault.Fault == DirectoryFault.UserNameTaken)
            {
                (result, account, isTaken) = await TakenAsync(row, result, cancellationToken).ConfigureAwait(false);
            }

            if (fault.Fault == DirectoryFault.AccessDenied)
            {
                throw;
            }
        }
        finally
        {
            log.WriteAfter(row, changes, result);
        }

        return (result, account, isTaken);
    }

    // An account that already has the key was created by an earlier or a parallel run.
    private async Task<(ResultRow Result, AccountRow Account)> ExistingAsync(
        PlanRow row, AccountRow existing, CancellationToken cancellationToken)
    {
        ResultRow already = ResultRow.From(row, RowStatus.AlreadyDone) with
        {
            AccountId = existing.AccountId, UserName = existing.UserName ?? row.UserName,
        };
        if (!IsWronglyEnabled(row.GetChanges(), existing))
        {
            return (already, existing);
        }

        if (memory?.IsOpen(row.PlanId, row.Key) != true)
        {
            // Somebody else may have enabled it on purpose.
            return (already with
            {
                Status = RowStatus.NotKept, ErrorId = nameof(RowStatus.NotKept),
                Error = "The account already exists and is enabled, although the plan creates it disabled. Disable it "
                    + "if nobody enabled it on purpose.",
            }, existing);
        }

        // The answer was lost, or disabling failed, so we now finish what was started.
        try
        {
            return (already, await DisableIfNeededAsync(row, row.GetChanges(), existing, cancellationToken)
                .ConfigureAwait(false));
        }
        catch (DirectoryException fault)
        {
            return (LeftEnabled(row, existing, fault), existing);
        }
    }

    private async Task<(ResultRow Result, AccountRow? Account, bool IsTaken)> TakenAsync(
        PlanRow row, ResultRow taken, CancellationToken cancellationToken)
    {
        (AccountRow? own, bool mayBeOwn) = await _search.HolderAsync(row, cancellationToken).ConfigureAwait(false);
        if (own is not null)
        {
            (ResultRow already, own) = await ExistingAsync(row, own, cancellationToken).ConfigureAwait(false);
            return (already, own, IsTaken: false);
        }

        return mayBeOwn && memory?.MayExist(row.Key) == true
            ? (ResultRow.From(row, RowStatus.Unknown,
                $"An earlier run may have created the account {row.UserName}: its answer was lost, and the user name "
                + "is taken now. Apply the plan again in a few minutes. If the account is someone else's, compare "
                + "again with the name in -ReservedName."), null, IsTaken: false)
            : (taken, null, IsTaken: true);
    }

    private async Task<(ResultRow Result, AccountRow? Account)> RecoverLostAsync(
        PlanRow row, IReadOnlyList<AttributeChange> changes, DirectoryException fault,
            CancellationToken cancellationToken)
    {
        await _search.PauseAsync(cancellationToken).ConfigureAwait(false);
        AccountRow? account = null;
        try
        {
            account = await _search.FoundAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException)
        {
            // It remains unknown whether the account was created, and the row says so.
        }

        return account is null
            ? (RowApplier.CreateFailure(row, fault) with { Status = RowStatus.Unknown }, null)
            : await FinishAsync(row, changes, account, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ResultRow Result, AccountRow? Account)> FinishAsync(
        PlanRow row, IReadOnlyList<AttributeChange> changes, AccountRow? account, CancellationToken cancellationToken)
    {
        if (account is not null)
        {
            try
            {
                account = await DisableIfNeededAsync(row, changes, account, cancellationToken).ConfigureAwait(false);
            }
            catch (DirectoryException fault)
            {
                return (LeftEnabled(row, account, fault), account);
            }
        }

        return (RowApplier.CheckStored(row, account, changes, roles), account);
    }

    private static ResultRow LeftEnabled(PlanRow row, AccountRow account, DirectoryException fault) =>
        ResultRow.From(row, RowStatus.NotKept,
            $"The account was created enabled and could not be disabled: {fault.Message} Apply the plan again, or "
            + "disable the account.", fault.ErrorId) with
        {
            AccountId = account.AccountId, UserName = account.UserName ?? row.UserName,
            CorrelationId = fault.CorrelationId,
        };

    private bool IsWronglyEnabled(IEnumerable<AttributeChange> changes, AccountRow account) =>
        account.Enabled == true && changes.Any(change => roles.IsState(change.Name) && change.New is "false");

    // Some directories create every account enabled, regardless of the request.
    private async Task<AccountRow> DisableIfNeededAsync(
        PlanRow row, IReadOnlyList<AttributeChange> changes, AccountRow account, CancellationToken cancellationToken)
    {
        if (!IsWronglyEnabled(changes, account))
        {
            return account;
        }

        PlanRow created = row with { AccountId = account.AccountId };
        return await directory.DisableAsync(created, cancellationToken).ConfigureAwait(false)
            ?? await directory.ReadAsync(created, cancellationToken).ConfigureAwait(false)
            ?? account;
    }

    private AttributeChange[] ChangesOf(IReadOnlyList<AttributeChange> changes, string name) =>
        [.. changes.Select(change => roles.IsUserName(change.Name) ? change with { New = name } : change)];
}
