using System.Collections;
using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>
/// A directory read and written by the user's script blocks. They run on the pipeline thread, one after another: every
/// task is already complete when it is returned.
/// </summary>
internal sealed class ScriptDirectory(AccountColumns columns, IReadOnlyList<string> attributes) : IDirectory
{
    /// <summary>Reads an account.</summary>
    public required ScriptBlock Read { get; init; }

    /// <summary>Creates an account; null if the plan creates none.</summary>
    public ScriptBlock? Create { get; init; }

    /// <summary>Changes an account; null if the plan changes none.</summary>
    public ScriptBlock? Update { get; init; }

    /// <summary>Enables an account; null if the plan enables none.</summary>
    public ScriptBlock? Enable { get; init; }

    /// <summary>Disables an account; null if the plan disables none.</summary>
    public ScriptBlock? Disable { get; init; }

    /// <summary>Rejects a plan with rows that need a missing script block.</summary>
    /// <exception cref="LifecycleException">A script block is missing (<c>InvalidOption</c>).</exception>
    public void CheckBlocks(IEnumerable<PlanRow> rows)
    {
        string[] missing =
        [
            .. rows.Select(row => row.Action switch
            {
                PlanAction.Create when Create is null => "-Create",
                PlanAction.Enable when Enable is null => "-Enable",
                PlanAction.Disable when Disable is null => "-Disable",
                PlanAction.Update or PlanAction.Link or PlanAction.Relink or PlanAction.LinkManager
                    when Update is null => "-Update",
                _ => null,
            }).OfType<string>().Distinct(),
        ];
        if (missing.Length > 0)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"The plan has rows that need {string.Join(", ", missing)}. Specify the script block, or leave these "
                + "rows out. Nothing was applied.");
        }
    }

    /// <inheritdoc/>
    public Task<AccountRow?> ReadAsync(PlanRow row, CancellationToken cancellationToken) =>
        Run(Read, row, null, isRead: true);

    /// <inheritdoc/>
    public Task<AccountRow?> CreateAsync(
        PlanRow row, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) =>
        Run(Create!, row, values);

    /// <inheritdoc/>
    public Task<AccountRow?> UpdateAsync(
        PlanRow row, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) =>
        Run(Update!, row, values, hasAccount: false);

    /// <inheritdoc/>
    public Task<AccountRow?> EnableAsync(PlanRow row, CancellationToken cancellationToken) =>
        Run(Enable!, row, null, hasAccount: false);

    /// <inheritdoc/>
    public Task<AccountRow?> DisableAsync(PlanRow row, CancellationToken cancellationToken) =>
        Run(Disable!, row, null, hasAccount: false);

    private Task<AccountRow?> Run(
        ScriptBlock block, PlanRow row, IReadOnlyDictionary<string, object?>? values, bool isRead = false,
        bool hasAccount = true)
    {
        try
        {
            Hashtable given = new(StringComparer.OrdinalIgnoreCase);
            foreach ((string name, object? value) in values ?? new Dictionary<string, object?>())
            {
                given[name] = value;
            }

            object?[] found = [.. ScriptCall.Run(block, row, row, given).Where(item => item is not null)];
            if (!hasAccount || found.Length == 0)
            {
                // The caller reads the account again.
                return Task.FromResult<AccountRow?>(null);
            }

            return found.Length == 1
                ? Task.FromResult<AccountRow?>(
                    PingOneAccounts.CreateRow(PSObject.AsPSObject(found[0]!), columns, attributes))
                : throw new DirectoryException(
                    isRead ? DirectoryFault.Refused : DirectoryFault.OutcomeUnknown,
                    $"The script block returned {found.Length} objects for person {row.PersonId}; it must return "
                    + "exactly one account.");
        }
        catch (LifecycleException fault)
        {
            throw new DirectoryException(
                isRead ? DirectoryFault.Refused : DirectoryFault.OutcomeUnknown,
                fault.Message, fault.ErrorId, null, fault);
        }
        // Get-ADUser and similar commands fail for a missing id instead of returning nothing. A missing command is a
        // different problem.
        catch (RuntimeException fault) when (isRead && !string.IsNullOrEmpty(row.AccountId)
            && fault is not CommandNotFoundException
            && fault.ErrorRecord.CategoryInfo.Category == ErrorCategory.ObjectNotFound)
        {
            return Task.FromResult<AccountRow?>(null);
        }
        catch (RuntimeException fault) when (fault is not PipelineStoppedException)
        {
            throw new DirectoryException(
                FaultOf(fault.ErrorRecord), fault.ErrorRecord.ToString(),
                fault.ErrorRecord.FullyQualifiedErrorId, null, fault);
        }
    }

    // The categories that directory cmdlets use. A lost response may belong to a write that succeeded.
    private static DirectoryFault FaultOf(ErrorRecord record) => record.CategoryInfo.Category switch
    {
        ErrorCategory.ResourceExists => DirectoryFault.UserNameTaken,
        ErrorCategory.PermissionDenied or ErrorCategory.SecurityError or ErrorCategory.AuthenticationError =>
            DirectoryFault.AccessDenied,
        ErrorCategory.OperationTimeout or ErrorCategory.ConnectionError => DirectoryFault.OutcomeUnknown,
        _ => DirectoryFault.Refused,
    };
}
