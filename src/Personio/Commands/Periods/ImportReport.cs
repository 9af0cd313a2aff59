using System.Management.Automation;

namespace Personio;

/// <summary>
/// Reports the rows of an import: one object for each, in file order, and the errors at the end, so that every row is
/// reported even if the first error ends the pipeline.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="result">
/// Creates the object for a row from its outcome, a message and the id of the created period.
/// </param>
internal sealed class ImportReport(
    ConnectedCmdletBase command, Func<ImportRow, string, string?, string?, object> result)
{
    private readonly ImportCount _count = new();
    private readonly List<ErrorRecord> _errors = [];
    private IReadOnlyList<ImportRow> _rows = [];
    private int _done;
    private bool _isWritten;

    /// <summary>Starts a file with its rows.</summary>
    public void Begin(IReadOnlyList<ImportRow> rows) => (_rows, _done) = (rows, 0);

    /// <summary>Writes the outcome of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="outcome">One of the words of <see cref="ImportCount"/>.</param>
    /// <param name="message">A sentence; null if there is nothing to add.</param>
    /// <param name="id">The id of the period; null if there is none.</param>
    public void Finish(ImportRow row, string outcome, string? message, string? id = null)
    {
        row.IsDone = true;
        _count.Add(outcome);
        command.WriteObject(result(row, outcome, message, id));
        command.ShowProgress(++_done, _rows.Count);
    }

    /// <summary>Writes the failure of a row, and keeps the error for the end.</summary>
    /// <returns>The error.</returns>
    public ErrorRecord Fail(ImportRow row, PersonioException fault)
    {
        string message = Errors.CreateRecord(fault, command.Noun, null).Exception.Message;
        string outcome = row.IsOutcomeUnknown ? ImportCount.Unknown
            : fault.Kind == ErrorKind.Conflict ? ImportCount.Conflict
            : ImportCount.Error;
        ErrorRecord error = Errors.CreateRecord(
            fault.About($"Row {row.Number} of '{Path.GetFileName(row.File)}':"), command.Noun,
            result(row, outcome, message, null));
        if (!row.IsDone)
        {
            Finish(row, outcome, message);
        }

        _errors.Add(error);
        return error;
    }

    /// <summary>Writes the rows that were not sent, before an error that ends the import.</summary>
    public void Abort()
    {
        foreach (ImportRow row in _rows.Where(row => !row.IsDone).ToArray())
        {
            Finish(row, ImportCount.NotSent, "The import was stopped before this row.");
        }

        End();
    }

    /// <summary>
    /// Writes the counts and the errors, once. With <c>-WhatIf</c>, only the counts: the rows already report the
    /// failures.
    /// </summary>
    public void End()
    {
        if (_isWritten)
        {
            return;
        }

        _isWritten = true;
        command.EndProgress();
        command.WriteInformation(_count.ToString(), ["Personio"]);
        foreach (ErrorRecord error in Confirmation.IsWhatIf(command) ? [] : _errors)
        {
            command.WriteError(error);
        }
    }

    /// <summary>Reports what was created if the command was stopped before it could do so.</summary>
    public void ReportIfStopped()
    {
        if (!_isWritten && _count.CountOf(ImportCount.Created) > 0)
        {
            StoppedChange.Report(command.Host, $"The import was stopped. {_count}");
        }
    }
}
