using System.Management.Automation;

namespace Personio;

/// <summary>
/// Waits on the pipeline thread for what runs elsewhere, and writes meanwhile what the client tells: only that thread may
/// write.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="messages">What the client tells.</param>
/// <param name="progress">Shows how far the work is.</param>
/// <param name="stop">Ends what is under way.</param>
internal sealed class PipelineWait(
    PersonioCmdletBase command, PipelineLog messages, ProgressReporter progress, CancellationTokenSource stop)
{
    /// <summary>Waits until a task has ended, however it did.</summary>
    /// <param name="task">The task.</param>
    /// <param name="tells">Whether what the client tells is written as long as the task runs.</param>
    public void For(Task task, bool tells)
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
                if (tells && !task.IsCompleted)
                {
                    WriteMessages();
                }

                ShowProgress();
            }
        }
        finally
        {
            // A write can end the cmdlet, as -WarningAction Stop does. What is under way has to end before it.
            if (!task.IsCompleted)
            {
                stop.Cancel();
                Task.WaitAny(task);
            }
        }
    }

    /// <summary>The result of a task that has ended.</summary>
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

    /// <summary>Shows how far the work is.</summary>
    public void ShowProgress()
    {
        progress.Share = messages.Done;
        progress.Show();
    }

    /// <summary>Writes what the client told.</summary>
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
