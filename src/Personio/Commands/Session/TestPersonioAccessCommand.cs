using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Reports what the credential of the session may read and write, and which cmdlets that affects. Sends one small read
/// for each area of the API and never writes: write access is determined from the scopes of the token.
/// </summary>
/// <remarks>
/// For absences, also reports how the company writes the last day of an absence, which takes up to two more reads if
/// the session has not determined it yet.
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
            Enqueue(area.Name, token => CheckAsync(area, token), check =>
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
        // Taken here, on the pipeline thread: after an await, it could be a different client.
        PersonioClient client = Client;
        try
        {
            RawResponse answer = await client.InvokeAsync(area.Probe, cancellationToken).ConfigureAwait(false);
            // A response that is not a list, for example a proxy's page, does not prove access.
            _ = answer.Read();
            return check with
            {
                Status = Granted,
                Detail = await DetailAsync(area, client, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (PersonioException fault) when (fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            // 401, 403 and, for reports, 400 mean missing permissions; the others mean that the company does not have
            // the feature.
            bool isRight = fault.StatusCode is 400 or 401 or 403;
            return check with
            {
                Status = isRight ? MissingScope : "NotAvailable",
                Detail = fault.Detail ?? fault.Message,
            };
        }
    }

    // Shown here for users who want to verify the days of an absence.
    private static async Task<string?> DetailAsync(
        AccessArea area, PersonioClient client, CancellationToken cancellationToken)
    {
        if (area.Probe.Endpoint != Endpoints.ListAbsenceTypes)
        {
            return null;
        }

        try
        {
            return await client.GetAbsenceEndReadingAsync(cancellationToken).ConfigureAwait(false) switch
            {
                AbsenceEndReading.Exclusive =>
                    "Absences of whole and half days end with the midnight after their last day (proved by one of "
                    + "them).",
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
