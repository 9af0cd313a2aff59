using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Personio.Benchmarks;

/// <summary>The child processes: none of them outlives this process, however it ends.</summary>
internal static class Children
{
    private static readonly ConcurrentDictionary<int, Process> s_running = new();

    // Since .NET 10, a signal ends the process without raising an event, unless a handler is registered.
    private static readonly PosixSignalRegistration[] s_signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(143)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => Environment.Exit(129)),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Environment.Exit(130)),
    ];

    static Children() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (Process process in s_running.Values)
        {
            End(process);
        }

        Array.ForEach(s_signals, signal => signal.Dispose());
    };

    public static Process Start(ProcessStartInfo start)
    {
        Process process = Process.Start(start)!;
        s_running[process.Id] = process;
        return process;
    }

    /// <summary>Ends a process if it is still running, and stops tracking it.</summary>
    public static void End(Process process)
    {
        if (s_running.TryRemove(process.Id, out _))
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
