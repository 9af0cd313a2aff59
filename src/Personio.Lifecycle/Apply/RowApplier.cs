namespace Personio.Lifecycle;

/// <summary>Applies one row: reads the account, compares it with the plan, writes, and checks the answer.</summary>
internal sealed class RowApplier
{
    private readonly IDirectory _directory;
    private readonly LogMemory? _memory;
    private readonly RowLog _log;
    private readonly AttributeRoles _roles;
    private readonly Protection _protection;
    private readonly AccountCreation _creation;
    private readonly ManagerChanges _managers;
    private readonly HashSet<ResultRow> _refused = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, AccountRow> _created = new(StringComparer.Ordinal);

    public RowApplier(IDirectory directory, ApplyOptions options, LogMemory? memory, RowLog log, TimeProvider clock)
    {
        _directory = directory;
        _memory = memory;
        _log = log;
        _roles = new AttributeRoles(options.Map);
        _protection = new Protection(options.Protect, options.ProtectAccount);
        _creation = new AccountCreation(directory, options, memory, log, clock, _roles);
        _managers = new ManagerChanges(directory, _roles, _created);
    }

    /// <summary>Whether a row failed because access was denied.</summary>
    public bool WasRefused(ResultRow result) => _refused.Remove(result);

    public async Task<ResultRow> ApplyAsync(PlanRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (row.Action == PlanAction.Create)
            {
                (ResultRow result, AccountRow? account) = await _creation.CreateAsync(row, cancellationToken)
                    .ConfigureAwait(false);
                if (account is not null)
                {
                    _created[row.PersonId ?? ""] = account;
                }

                return result;
            }

            return await ChangeAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException fault)
        {
            ResultRow result = CreateFailure(row, fault);
            if (fault.Fault == DirectoryFault.AccessDenied)
            {
                _refused.Add(result);
            }

            return result;
        }
    }

    internal static ResultRow CreateFailure(PlanRow row, DirectoryException fault) =>
        ResultRow.From(row, RowStatus.Failed, fault.Message,
            fault.ErrorId) with { CorrelationId = fault.CorrelationId };

    private async Task<ResultRow> ChangeAsync(PlanRow row, CancellationToken cancellationToken)
    {
        AccountRow? account = string.IsNullOrEmpty(row.AccountId)
            && _created.TryGetValue(row.PersonId ?? "", out AccountRow? created)
            ? created
            : await _directory.ReadAsync(row, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return string.IsNullOrEmpty(row.AccountId)
                ? ResultRow.From(row, RowStatus.Skipped, "The account was not created.")
                : ResultRow.From(row, RowStatus.Stale, "The account no longer exists.");
        }

        if (!string.IsNullOrEmpty(row.AccountId)
            && !string.Equals(row.AccountId, account.AccountId, StringComparison.OrdinalIgnoreCase))
        {
            return ResultRow.From(
                row, RowStatus.Failed,
                $"The directory returned account {account.AccountId ?? "without an id"} instead of {row.AccountId}. "
                    + "Was the plan made with another -Map?",
                LifecycleErrors.InvalidRow);
        }

        row = row with { AccountId = account.AccountId, UserName = account.UserName ?? row.UserName };
        if (_protection.FindReason(account) is { } why)
        {
            return ResultRow.From(row, RowStatus.Skipped, $"The account is protected, {why}.");
        }

        IReadOnlyList<AttributeChange>? changes = await _managers.ResolveAsync(row, cancellationToken)
            .ConfigureAwait(false);
        if (changes is null)
        {
            return ResultRow.From(row, RowStatus.Skipped, "The account of the manager was not created.");
        }

        if (!BelongsTo(row, account))
        {
            return ResultRow.From(
                row, RowStatus.Stale,
                    $"The account is now linked to {ValueText.Plain(account.Key) ?? "nobody"}, not to {row.PersonId}.");
        }

        AttributeChange[] open = [.. changes.Where(change => !_roles.Has(account, change.Name, change.New))];
        if (open.Length == 0)
        {
            return RecordAlreadyDone(row, changes);
        }

        if (row.MatchedBy == MatchedBy.Email && ValueText.Plain(account.Key) != row.PersonId
            && !AccountIndex.HasAddress(account, row.Email))
        {
            return ResultRow.From(
                row, RowStatus.Stale, $"The account no longer has the address {row.Email}, by which it was found.");
        }

        AttributeChange[] moved = [.. open.Where(change => !_roles.Has(account, change.Name, change.Old))];
        return moved.Length > 0
            ? ResultRow.From(
                row, RowStatus.Stale,
                    $"Changed since the comparison: {string.Join(", ", moved.Select(change => change.Name))}.")
            : await WriteAsync(row, open, cancellationToken).ConfigureAwait(false);
    }

    // If the log lacks the answer to an earlier write, it is completed there, once.
    private ResultRow RecordAlreadyDone(PlanRow row, IReadOnlyList<AttributeChange> changes)
    {
        ResultRow result = ResultRow.From(row, RowStatus.AlreadyDone);
        if (_memory?.IsOpen(row.PlanId, row.Key) == true)
        {
            _log.WriteAfter(row, changes, result);
        }

        return result;
    }

    private static bool BelongsTo(PlanRow row, AccountRow account)
    {
        string? key = ValueText.Plain(account.Key);
        return row.Action is PlanAction.Link or PlanAction.Relink || key == row.PersonId
            || (key is null && row.MatchedBy is MatchedBy.Email or MatchedBy.SecondKey);
    }

    private async Task<ResultRow> WriteAsync(PlanRow row, AttributeChange[] changes,
        CancellationToken cancellationToken)
    {
        _log.WriteBefore(row, changes);
        ResultRow result = ResultRow.From(row, RowStatus.Unknown, "The write was broken off.");
        try
        {
            result = await VerifyAsync(row, changes, cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _log.WriteAfter(row, changes, result);
        }
    }

    private async Task<ResultRow> VerifyAsync(PlanRow row, AttributeChange[] changes,
        CancellationToken cancellationToken)
    {
        bool isSent = false;
        try
        {
            AccountRow? answer = row.Action switch
            {
                PlanAction.Disable => await _directory.DisableAsync(row, cancellationToken).ConfigureAwait(false),
                PlanAction.Enable => await _directory.EnableAsync(row, cancellationToken).ConfigureAwait(false),
                _ => await _directory.UpdateAsync(
                    row, _roles.ValuesToSend(changes), cancellationToken).ConfigureAwait(false),
            };
            isSent = true;
            answer ??= await _directory.ReadAsync(row, cancellationToken).ConfigureAwait(false);
            return CheckStored(row, answer, changes, _roles);
        }
        catch (DirectoryException fault) when (isSent || fault.Fault == DirectoryFault.OutcomeUnknown)
        {
            AccountRow? now = await TryReadAsync(row, cancellationToken).ConfigureAwait(false);
            return now is not null && changes.All(change => _roles.Has(now, change.Name, change.New))
                ? ResultRow.From(row, RowStatus.Done)
                : CreateFailure(row, fault) with { Status = RowStatus.Unknown };
        }
        catch (DirectoryException fault)
        {
            ResultRow result = CreateFailure(row, fault);
            if (fault.Fault == DirectoryFault.AccessDenied)
            {
                _refused.Add(result);
            }

            return result;
        }
    }

    private async Task<AccountRow?> TryReadAsync(PlanRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await _directory.ReadAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException)
        {
            return null;
        }
    }

    /// <summary>Done, or NotKept with the names of the attributes the directory dropped.</summary>
    internal static ResultRow CheckStored(PlanRow row, AccountRow? answer, IEnumerable<AttributeChange> changes,
        AttributeRoles roles)
    {
        if (answer is null)
        {
            return ResultRow.From(row, RowStatus.Unknown, "The directory does not show the account after the write.");
        }

        string[] lost = [.. changes.Where(change => !roles.WasStored(answer, change)).Select(change => change.Name)];
        ResultRow result = lost.Length == 0
            ? ResultRow.From(row, RowStatus.Done)
            : ResultRow.From(
                row, RowStatus.NotKept,
                    $"The directory did not keep {string.Join(", ", lost)}. Does its schema have the attribute?");
        return result with { AccountId = answer.AccountId ?? row.AccountId, UserName = answer.UserName
            ?? row.UserName };
    }
}
