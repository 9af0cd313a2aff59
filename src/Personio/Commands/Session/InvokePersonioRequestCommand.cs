using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Sends any request to the API, for what no cmdlet covers yet, with the session's token, pacing, retries and error
/// handling.
/// </summary>
/// <example>
/// <code>Invoke-PersonioRequest /v2/persons -Query @{ status = 'ACTIVE' } -All</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Invoke, "PersonioRequest", SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Invoke-PersonioRequest.md")]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokePersonioRequestCommand : ConnectedCmdletBase
{
    /// <summary>The path, starting with /v1/ or /v2/, optionally with a query.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method. All methods except GET support -WhatIf and -Confirm.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PATCH", "PUT", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>
    /// Query parameters; multiple values of a parameter are joined by commas. Dates are sent as yyyy-MM-dd.
    /// </summary>
    [Parameter]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>The body: JSON text, or an object to convert to JSON.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? Body { get; set; }

    /// <summary>Sends the header Beta: true, for an endpoint that Personio offers as a beta.</summary>
    [Parameter]
    public SwitchParameter Beta { get; set; }

    /// <summary>Follows the links to all further pages of a v2 listing.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Writes the response body as text, unchanged.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Writes the response body to this file instead. The file appears only when it is complete.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    // The target of errors: the piped body, otherwise the path.
    private object Target => MyInvocation.ExpectingInput && Body is not null ? Body : Path;

    /// <inheritdoc/>
    private protected override void ProcessInput() => TryRun(Target, () =>
    {
        if (All && (Raw || OutFile is not null))
        {
            throw PersonioException.Invalid("-All cannot be combined with -Raw or -OutFile.");
        }

        // Checked before the request, so that no change is made whose response cannot be saved.
        string? file = OutFile is null ? null : LocalPath.ResolveFileToWrite(this, OutFile);
        ApiRequest request = Request();
        if (All)
        {
            RequestInput.CheckAll(request);
        }

        if (All && request.Endpoint.Version == 1)
        {
            throw PersonioException.Invalid(
                "-All follows the links of version 2, and version 1 has none. Name page or offset, and limit, in "
                + "-Query.");
        }

        if (!request.Endpoint.IsRead && !Changes.Confirm(Path, Method, request.Path))
        {
            return;
        }

        if (All)
        {
            WriteAll(request);
        }
        else
        {
            RawResponse answer = request.Endpoint.IsRead
                ? Await(token => Client.InvokeAsync(request, token))
                : Changes.Commit(token => Client.InvokeAsync(request, token));
            Write(answer, file, request.Endpoint.Version);
        }
    });

    private ApiRequest Request() => RequestInput.Complete(
        FreeRequest.Create(new HttpMethod(Method.ToUpperInvariant()), Path, SessionInUse.BaseUri) with { Beta = Beta },
        Query,
        Body,
        value => EngineJson.From(this, value));

    private void WriteAll(ApiRequest request)
    {
        foreach (RawRow row in Enumerate(Client.ListAsync<RawRow>(request)))
        {
            WriteObject(PSObjectConverter.Convert(row.Value), enumerateCollection: false);
        }
    }

    private void Write(RawResponse answer, string? file, int version)
    {
        if (file is not null)
        {
            answer.CheckNotFile();
            AtomicFile.Write(file, answer.Body.Span, overwrite: true);
        }
        else if (answer.Body.Length == 0)
        {
            WriteVerbose($"{answer.StatusCode}, no body.");
        }
        else if (Raw || !answer.IsJson)
        {
            WriteObject(answer.Text);
        }
        else
        {
            (object? value, bool hasMore) = answer.Read();
            WriteObject(PSObjectConverter.Convert(value), enumerateCollection: true);
            if (hasMore)
            {
                WriteWarning(version == 1
                    ? "There are more pages. Name page or offset in -Query to get them."
                    : "There are more pages. Add -All to get them.");
            }
        }
    }
}
