using System.Management.Automation;
using System.Net;
using System.Security;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Connects to a company's Personio and makes it the current session of this runspace. Nothing is written to disk.
/// </summary>
/// <remarks>
/// If no credential is specified, uses PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET from the environment. The token is
/// fetched immediately, so that a wrong credential is reported here, and renewed automatically.
/// </remarks>
/// <example>
/// <code>Connect-Personio -Credential (Get-Secret PersonioApi)</code>
/// </example>
[Cmdlet(
    VerbsCommunications.Connect, "Personio", DefaultParameterSetName = FromEnvironment,
    HelpUri = HelpPages.Root + "Connect-Personio.md")]
[OutputType(typeof(PersonioSession))]
public sealed class ConnectPersonioCommand : PersonioCmdletBase
{
    private const string FromEnvironment = "Environment";
    private const string ByCredential = "Credential";
    private const string ByClientSecret = "ClientSecret";
    private const string BySecretName = "SecretName";
    private const string InSandbox = "Sandbox";
    private const string ReadPersonsScope = "personio:persons:read";

    private SandboxCompany? _sandbox;

    /// <summary>The client id as the user name, and the client secret as the password.</summary>
    [Parameter(ParameterSetName = ByCredential, Mandatory = true, Position = 0)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The client id, which begins with papi-.</summary>
    [Parameter(ParameterSetName = ByClientSecret, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>
    /// The client secret. Plain text is not accepted: it would remain in the command history.
    /// </summary>
    [Parameter(ParameterSetName = ByClientSecret, Mandatory = true)]
    [SecretTransformation]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The name of a secret that holds a credential, for Get-Secret of Microsoft.PowerShell.SecretManagement.
    /// </summary>
    [Parameter(ParameterSetName = BySecretName, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>The vault to look for the secret in. Default: all vaults.</summary>
    [Parameter(ParameterSetName = BySecretName)]
    [ValidateNotNullOrEmpty]
    public string? VaultName { get; set; }

    /// <summary>Connects to a simulated company inside this process, which needs no account and ends with the session.
    /// </summary>
    [Parameter(ParameterSetName = InSandbox, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The number of persons in the simulated company.</summary>
    [Parameter(ParameterSetName = InSandbox)]
    [ValidateRange(1, 100_000)]
    public int SandboxPersonCount { get; set; } = 120;

    /// <summary>
    /// Fills the simulated company with data that breaks careless scripts: formulas, quotes, line breaks, file names
    /// that are paths, extremely long names. Default: realistic data.
    /// </summary>
    [Parameter(ParameterSetName = InSandbox)]
    public SwitchParameter SandboxHostile { get; set; }

    /// <summary>The name of the session. A new session replaces an existing one with the same name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Default";

    /// <summary>
    /// The URL of the API without a path: https, or http on this computer. Defaults to PERSONIO_BASE_URL, otherwise to
    /// https://api.personio.de.
    /// </summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Uri? BaseUri { get; set; }

    /// <summary>
    /// Identifies the calling application to Personio's support, in UPPER_SNAKE_CASE. Defaults to PERSONIO_APP_ID.
    /// </summary>
    [Parameter]
    public string? AppId { get; set; }

    /// <summary>Identifies the calling partner, in UPPER_SNAKE_CASE. Defaults to PERSONIO_PARTNER_ID.</summary>
    [Parameter]
    public string? PartnerId { get; set; }

    /// <summary>The scopes to request. Defaults to all scopes of the credential.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FixedCompleter<KnownScopes>))]
    public string[] Scope { get; set; } = [];

    /// <summary>The maximum number of retries per request.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>The timeout per attempt, in seconds. Time spent waiting for the rate limit is not counted.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Writes the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        WarnOfCommandConflict();
        RunOrTerminate(Name, Connect);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Still set only if no session was created.
            _sandbox?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Connect()
    {
        // If this fails, later commands must not go to the previous company.
        CurrentSession.InRunspace.Deselect();
        PersonioSession session = Open();
        _sandbox?.Note(session);
        _sandbox = null;
        CurrentSession.InRunspace.Add(session);
        if (Scope.Length == 0 && session.HasScope(ReadPersonsScope) == false)
        {
            WriteWarning(
                $"The token does not name the scope {ReadPersonsScope}, so persons and employments can probably not be "
                + "read. Test-PersonioAccess tells for certain. Rights cannot be added later; create a new integration "
                + "with "
                + "'Employees: read'.");
        }

        if (PassThru)
        {
            WriteObject(CurrentSession.InRunspace.HandOut(session));
        }
    }

    private PersonioSession Open()
    {
        SessionOptions options = CreateOptions();
        try
        {
            return Await(token => PersonioSession.ConnectAsync(options, Log, token));
        }
        catch (PersonioException fault) when (fault.NextStep == NextStep.RequestOtherScopes
            && KnownScopes.FindProblems(Scope) is { } doubts)
        {
            // Personio reports that a scope is wrong, but not which one.
            throw fault.WithWords(doubts);
        }
        finally
        {
            // The session has its own copy.
            options.Credential.Password = "";
        }
    }

    private SessionOptions CreateOptions()
    {
        if (Sandbox)
        {
            _sandbox = SandboxCompany.Start(SandboxPersonCount, SandboxHostile);
        }

        return new SessionOptions
        {
            Name = Name,
            Product = "Personio-PowerShell",
            Credential = ClientCredential.Clean(CredentialToUse()),
            BaseUri = _sandbox?.BaseUri ?? BaseUri ?? EnvironmentSettings.BaseUri(WriteVerbose),
            AppId = AppId ?? EnvironmentSettings.AppId,
            PartnerId = PartnerId ?? EnvironmentSettings.PartnerId,
            Scopes = Scope,
            MaxRetry = MaxRetry,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            Companion = _sandbox,
        };
    }

    private NetworkCredential CredentialToUse() => ParameterSetName switch
    {
        InSandbox => _sandbox!.Credential,
        // A copy, because the credential is the user's and is not cleared here.
        ByCredential => new NetworkCredential(Credential!.UserName, Credential.Password),
        ByClientSecret => new NetworkCredential(ClientId, ClientSecret),
        BySecretName => StoredCredential.Get(this, SecretName!, VaultName),
        _ => EnvironmentSettings.Credential(WriteVerbose),
    };
}
