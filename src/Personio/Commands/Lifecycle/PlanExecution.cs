using Personio.Lifecycle;

namespace Personio;

/// <summary>Applies the rows of a plan one after the other: asks, applies, and tells what became of each and of all.</summary>
/// <param name="command">The cmdlet.</param>
/// <param name="run">The plan.</param>
internal sealed class PlanExecution(PersonioCmdletBase command, PlanRun run)
{
    private int _unapproved;
    private int _declined;

    /// <summary>Whether it only says what it would do.</summary>
    public required bool IsWhatIf { get; init; }

    /// <summary>Whether each row is confirmed, which approves it.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Whether nobody is asked.</summary>
    public required bool IsForced { get; init; }

    /// <summary>Whether what became of each row is written.</summary>
    public required bool WritesResults { get; init; }

    /// <summary>The directory of a row, for people.</summary>
    public required Func<PlanRow, string> LabelOf { get; init; }

    /// <summary>The input that a row came from, which is what its errors are about.</summary>
    public required Func<PlanRow, object> InputOf { get; init; }

    /// <summary>Applies the rows, until something ends the run.</summary>
    /// <exception cref="LifecycleException">Something ended the run; what there is was told before.</exception>
    public void ApplyAll()
    {
        bool isTold = false;
        try
        {
            foreach (PlanRow row in run.Rows)
            {
                if (run.Stop is not null)
                {
                    break;
                }

                Apply(row);
                command.ReportProgress();
            }

            isTold = true;
            Tell();
        }
        finally
        {
            if (!isTold)
            {
                StoppedChange.Tell(command.Host, run.Summary.ToString());
            }
        }

        if (run.Stop is { } stop)
        {
            throw stop;
        }
    }

    private void Apply(PlanRow row)
    {
        bool isDeclined = PlanRun.IsDeclined(row);
        bool isOpen = isDeclined || (row.NeedsApproval && !row.HasApproval() && !IsConfirmed);
        bool isAllowed = !isDeclined && (!isOpen || IsWhatIf)
            && PlanConsent.Ask(command, row, LabelOf(row), IsWhatIf || IsConfirmed, IsForced);
        ResultRow result = IsWhatIf && !isDeclined ? run.Skip(row, RowStatus.WhatIf)
            : isAllowed || isOpen ? command.Await(token => run.ApplyAsync(row, token))
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

    private void Tell()
    {
        if (_unapproved > 0)
        {
            command.WriteWarning(
                $"{_unapproved} sensitive row(s) were skipped because they are not approved. Set Approved to yes in these rows, or use "
                + "-Confirm. -Confirm:$false approves nothing.");
        }

        if (_declined > 0)
        {
            command.WriteWarning($"{_declined} row(s) were skipped because their Approved is not empty and not yes, true or 1.");
        }

        command.EndWork();
        command.WriteInformation(run.Summary.ToString(), ["Personio"]);
    }
}
