using Personio.Lifecycle;

namespace Personio;

/// <summary>
/// Applies the rows of a plan one by one: asks, applies, and reports the result of each row and of the run.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="run">The plan.</param>
internal sealed class PlanExecution(PersonioCmdletBase command, PlanRun run)
{
    private int _unapproved;
    private int _declined;

    /// <summary>True to report what would be done without doing it.</summary>
    public required bool IsWhatIf { get; init; }

    /// <summary>True if each row is confirmed, which approves it.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>True to suppress prompts.</summary>
    public required bool IsForced { get; init; }

    /// <summary>True to write the result of each row.</summary>
    public required bool WritesResults { get; init; }

    /// <summary>Returns the directory of a row, for display.</summary>
    public required Func<PlanRow, string> LabelOf { get; init; }

    /// <summary>Returns the input that a row came from, which is the target of its errors.</summary>
    public required Func<PlanRow, object> InputOf { get; init; }

    /// <summary>Applies the rows until something stops the run.</summary>
    /// <exception cref="LifecycleException">
    /// Something stopped the run; the results so far have been reported.
    /// </exception>
    public void ApplyAll()
    {
        bool isTold = false;
        try
        {
            foreach (PlanRow row in run.Rows)
            {
                if (run.StopReason is not null)
                {
                    break;
                }

                Apply(row);
                command.ReportProgress();
            }

            isTold = true;
            WriteSummary();
        }
        finally
        {
            if (!isTold)
            {
                StoppedChange.Report(command.Host, run.Summary.ToString());
            }
        }

        if (run.StopReason is { } stop)
        {
            throw stop;
        }
    }

    private void Apply(PlanRow row)
    {
        bool isDeclined = PlanRun.IsDeclined(row);
        bool isOpen = isDeclined || (row.NeedsApproval && !row.HasApproval() && !IsConfirmed);
        bool isAllowed = !isOpen
            && PlanConsent.Request(command, row, LabelOf(row), IsWhatIf || IsConfirmed, IsForced);
        // An open row is skipped by the run itself, with -WhatIf as without.
        ResultRow result = isAllowed || isOpen ? command.Await(token => run.ApplyAsync(row, token))
            : IsWhatIf ? run.Skip(row, RowStatus.WhatIf)
            : run.Skip(row, RowStatus.Skipped, "Declined.");
        _declined += isDeclined ? 1 : 0;
        _unapproved += isOpen && !isDeclined && result.Status == RowStatus.Skipped ? 1 : 0;
        command.WriteVerbose($"{row.Action} for person {row.PersonId}: {result.Status}.");
        if (WritesResults)
        {
            command.WriteObject(result);
        }

        if (result.Status is RowStatus.Failed or RowStatus.Unknown or RowStatus.Stale or RowStatus.NotKept)
        {
            command.WriteError(LifecycleRecords.From(result, InputOf(row)));
        }
    }

    private void WriteSummary()
    {
        if (_unapproved > 0)
        {
            command.WriteWarning(
                $"{_unapproved} sensitive row(s) were skipped because they are not approved. Set Approved to yes in "
                + "these rows, or use -Confirm. -Confirm:$false approves nothing.");
        }

        if (_declined > 0)
        {
            command.WriteWarning(
                $"{_declined} row(s) were skipped because their Approved is not empty and not yes, true or 1.");
        }

        command.EndProgress();
        command.WriteInformation(run.Summary.ToString(), ["Personio"]);
    }
}
