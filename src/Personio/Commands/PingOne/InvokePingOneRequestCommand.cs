using System.Collections;
using System.Management.Automation;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Sends any request to the PingOne API, for what no cmdlet covers, with the session's token, pacing, retries and error
/// handling.
/// </summary>
/// <example>
/// <code>Invoke-PingOneRequest /populations -All | Select-Object name, userCount</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Invoke, "PingOneRequest", SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Invoke-PingOneRequest.md")]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokePingOneRequestCommand : PingOneCmdletBase
{
    /// <summary>
    /// A path below the environment, for example /users, or one that begins with /v1/, optionally with a query.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method. All methods except GET support -WhatIf and -Confirm.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PATCH", "PUT", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>Query parameters.</summary>
    [Parameter]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>The body: JSON text, or an object to convert to JSON.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? Body { get; set; }

    /// <summary>Follows the links to all further pages of a list.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Writes the response body as text, unchanged.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    private object Target => MyInvocation.ExpectingInput && Body is not null ? Body : Path;

    /// <inheritdoc/>
    protected override void ProcessRecord() => TryRun(Target, () =>
    {
        if (All && Raw)
        {
            throw PersonioException.Invalid("-All cannot be combined with -Raw.");
        }

        ApiRequest request = Request();
        if (All)
        {
            RequestInput.CheckAll(request);
            WriteRows(Client.ListAsync<RawRow>(request), null, row => PSObjectConverter.Convert(row.Value));
        }
        else if (request.Endpoint.IsRead)
        {
            Write(Await(token => Client.InvokeAsync(request, token)));
        }
        else if (Flow.Confirm($"{Path} in {SessionInUse.EnvironmentLabel}", Method, request.Path))
        {
            Write(Flow.Commit(token => Client.InvokeAsync(request, token), _ => null));
        }
    });

    private ApiRequest Request() => RequestInput.Complete(
        PingOneRequest.Create(new HttpMethod(Method.ToUpperInvariant()), Path, SessionInUse),
        Query,
        Body,
        value => EngineJson.From(this, value));

    private void Write(PingOneResponse answer)
    {
        if (answer.IsEmpty)
        {
            WriteVerbose($"{answer.StatusCode}, no body.");
            return;
        }

        if (Raw)
        {
            WriteObject(answer.Text);
            return;
        }

        (object? value, bool hasMore) = answer.Read();
        WriteObject(PSObjectConverter.Convert(value), enumerateCollection: true);
        if (hasMore)
        {
            WriteWarning("There are more pages. Add -All to get them.");
        }
    }
}
