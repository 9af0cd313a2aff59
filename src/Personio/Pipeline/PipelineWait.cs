using System.Management.Automation;

namespace Personio;

/// <summary>
/// Waits on the pipeline thread for work on other threads and meanwhile writes the client's messages, because only this
/// thread may write.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="messages">The client's messages.</param>
/// <param name="progress">Shows the progress.</param>
/// <param name="stop">Cancels pending work.</param>
internal sealed class PipelineWait(
    PersonioCmdletBase command, PipelineLog messages, ProgressReporter progress, CancellationTokenSource stop)
{
    /// <summary>Waits until a task has completed, in whatever state.</summary>
    /// <param name="task">The task.</param>
    /// <param name="showsProgress">True to write messages while the task runs.</param>
    public void WaitFor(Task task, bool showsProgress)
    {
        _ = task.ContinueWith(
            static (_, messages) => ((PipelineLog)messages!).Wake(),
            messages,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            while (!task.IsCompleted)
            {
                messages.Wait(progress.UntilNext);
                if (showsProgress && !task.IsCompleted)
                {
                    WriteMessages();
                }

                ShowProgress();
            }
        }
        finally
        {
            // A write can end the cmdlet, for example with -WarningAction Stop. Pending work has to end first.
            if (!task.IsCompleted)
            {
                stop.Cancel();
                Task.WaitAny(task);
            }
        }
    }

    /// <summary>Returns the result of a completed task.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public T Result<T>(Task<T> task)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Shows the progress.</summary>
    public void ShowProgress()
    {
        progress.Share = messages.Progress;
        progress.Show();
    }

    /// <summary>Writes the queued messages.</summary>
    public void WriteMessages()
    {
        while (messages.TryTake(out PipelineLog.Message? message))
        {
            if (message.Fault is { } fault)
            {
                command.WriteError(Errors.CreateRecord(fault, command.Noun, fault.RowId));
            }
            else if (message.IsWarning)
            {
                command.WriteWarning(message.Text);
            }
            else
            {
                command.WriteVerbose(message.Text);
            }
        }
    }
}
