using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Tells what the credential of the session may read and write, and which cmdlets that affects. Costs one small read
/// for each part of the API and never writes: whether it may write is told by the scopes of the token.
/// </summary>
/// <remarks>
/// For absences it also tells how the company writes the last day of an absence, which takes up to two more reads where
/// the session has not found it out yet.
/// </remarks>
/// <example>
/// <code>Test-PersonioAccess | Where-Object Status -ne Granted</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "PersonioAccess", HelpUri = HelpPages.Root + "Test-PersonioAccess.md")]
[OutputType(typeof(AccessCheck))]
public sealed class TestPersonioAccessCommand : ConnectedCmdletBase
{
    private const string Granted = "Granted";
    private const string MissingScope = "MissingScope";

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        PersonioSession session = SessionInUse;
        foreach (AccessArea area in AccessArea.All)
        {
            Prefetch(area.Name, token => CheckAsync(area, token), check =>
            {
                WriteObject(check);
                if (area.WriteScope is not null)
                {
                    WriteObject(WriteAccess(area, session));
                }
            });
        }
    }

    private async Task<AccessCheck> CheckAsync(AccessArea area, CancellationToken cancellationToken)
    {
        AccessCheck check = new()
        {
            Area = area.Name,
            Access = "Read",
            Scope = area.Probe.Endpoint.Scope,
            Cmdlets = CmdletsOf(area, isReading: true),
        };
        // Here, on the pipeline thread: after a wait there may be another.
        PersonioClient client = Client;
        try
        {
            RawResponse answer = await client.InvokeAsync(area.Probe, cancellationToken).ConfigureAwait(false);
            // What is not a list, for example a proxy's page, grants nothing.
            _ = answer.Read();
            return check with
            {
                Status = Granted,
                Detail = await DetailAsync(area, client, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (PersonioException fault) when (fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            // 401, 403 and, for reports, 400 are about rights; the others say that the company does not have it.
            bool isRight = fault.StatusCode is 400 or 401 or 403;
            return check with
            {
                Status = isRight ? MissingScope : "NotAvailable",
                Detail = fault.Detail ?? fault.Message,
            };
        }
    }

    // Shown here, because whoever doubts the days of an absence can look it up.
    private static async Task<string?> DetailAsync(
        AccessArea area, PersonioClient client, CancellationToken cancellationToken)
    {
        if (area.Probe.Endpoint != Endpoints.ListAbsenceTypes)
        {
            return null;
        }

        try
        {
            return await client.AbsenceEndReadingAsync(cancellationToken).ConfigureAwait(false) switch
            {
                AbsenceEndReading.Exclusive =>
                    "Absences of whole and half days end with the midnight after their last day (proved by one of them).",
                AbsenceEndReading.Inclusive =>
                    "Absences of whole and half days end with the date of their last day (proved by one of them).",
                _ => "No absence tells how this company writes last days: the midnight after the last day is assumed.",
            };
        }
        catch (PersonioException fault)
        {
            return $"How this company writes the last day of absences could not be read. {fault.Message}";
        }
    }

    private AccessCheck WriteAccess(AccessArea area, PersonioSession session) => new()
    {
        Area = area.Name,
        Access = "Write",
        Status = session.HasScope(area.WriteScope!) switch
        {
            null => "Unknown",
            true => Granted,
            false => MissingScope,
        },
        Scope = area.WriteScope,
        Cmdlets = CmdletsOf(area, isReading: false),
    };

    private ValueList<string> CmdletsOf(AccessArea area, bool isReading) =>
        ExportedCmdlets.Find(MyInvocation.MyCommand.Module, "Personio", area.Nouns, isReading);
}
