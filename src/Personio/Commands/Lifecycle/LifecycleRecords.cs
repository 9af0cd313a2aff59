using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Creates the error records of plans: the error id is the name of the rule.</summary>
internal static class LifecycleRecords
{
    /// <summary>The record for a broken rule.</summary>
    /// <param name="fault">The broken rule.</param>
    /// <param name="target">The target if the fault has none.</param>
    public static ErrorRecord From(LifecycleException fault, object? target) =>
        new(fault, fault.ErrorId, CategoryOf(fault.ErrorId), fault.Target ?? target);

    /// <summary>The record for a row that was not applied as planned.</summary>
    /// <param name="result">The result of the row.</param>
    /// <param name="row">The row as it was passed.</param>
    public static ErrorRecord From(ResultRow result, object row)
    {
        string label = string.IsNullOrEmpty(result.DisplayName) ? result.UserName ?? "" : result.DisplayName;
        string text = $"{result.Action} {label} (person {result.PersonId}): {result.Status}. {result.Error}";
        string id = result.Status is RowStatus.Failed
            ? result.ErrorId ?? nameof(RowStatus.Failed)
            : result.Status.ToString();
        return new ErrorRecord(
            new LifecycleException(id, text.TrimEnd(), result),
            id,
            result.Status == RowStatus.Unknown ? ErrorCategory.OperationTimeout : ErrorCategory.InvalidResult,
            row);
    }

    private static ErrorCategory CategoryOf(string errorId) => errorId switch
    {
        LifecycleErrors.InvalidOption or LifecycleErrors.MappingInvalid => ErrorCategory.InvalidArgument,
        LifecycleErrors.PlanTooLarge => ErrorCategory.LimitsExceeded,
        LifecycleErrors.PlanNotApproved => ErrorCategory.PermissionDenied,
        LifecycleErrors.PlanStale => ErrorCategory.InvalidOperation,
        LifecycleErrors.TooManyFailures => ErrorCategory.OperationStopped,
        LifecycleErrors.LogNotWritten => ErrorCategory.WriteError,
        LifecycleErrors.RunInProgress => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.InvalidData,
    };
}
