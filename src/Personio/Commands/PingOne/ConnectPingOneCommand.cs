using System.Management.Automation;
using System.Net;
using System.Security;
using Personio.Completers;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Connects to a PingOne environment as a worker app and makes it the current PingOne session of this runspace. Nothing
/// is written to disk.
/// </summary>
/// <remarks>
/// Fetches the token and reads the environment immediately, so that a wrong secret, region or environment or a missing
/// role is reported here. The client id, client secret, environment id and region are shown in the PingOne admin
/// console.
/// </remarks>
/// <example>
/// <code>Connect-PingOne -Sandbox; Get-PingOneUser -First 3</code>
/// </example>
[Cmdlet(
    VerbsCommunications.Connect, "PingOne", DefaultParameterSetName = FromEnvironment,
    HelpUri = HelpPages.Root + "Connect-PingOne.md")]
[OutputType(typeof(PingOneSession))]
public sealed class ConnectPingOneCommand : PersonioCmdletBase
{
    private const string FromEnvironment = "Environment";
    private const string ByCredential = "Credential";
    private const string ByClientSecret = "ClientSecret";
    private const string BySecretName = "SecretName";
    private const string InSandbox = "Sandbox";

    private PingOneSandboxCompanion? _sandbox;

    // Stored as an integer: a field of the enumeration type would load the PingOne assembly while the module is
    // imported.
    private int _authentication;

    /// <summary>The id of the environment to manage, a UUID. Default: PINGONE_ENVIRONMENT_ID.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Guid? EnvironmentId { get; set; }

    /// <summary>
    /// The region of the organization: NA, CA, EU, AU, SG or AP, its top-level domain, or its name in the console.
    /// Default: PINGONE_REGION, PINGONE_REGION_CODE or PINGONE_TOP_LEVEL_DOMAIN.
    /// </summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    [RegionTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<PingOneRegions>))]
    public PingOneRegion? Region { get; set; }

    /// <summary>The client id of the worker app as the user name, and the client secret as the password.</summary>
    [Parameter(ParameterSetName = ByCredential, Mandatory = true, Position = 0)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The client id of the worker app, a UUID.</summary>
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

    /// <summary>
    /// Connects to a simulated environment inside this process, which needs no account and ends with the session. Its
    /// directory belongs to the company of the current Personio sandbox, if there is one.
    /// </summary>
    [Parameter(ParameterSetName = InSandbox, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>
    /// How the worker app authenticates, as set under Configuration > Token Endpoint Authentication Method: Post for
    /// Client Secret Post, Basic for Client Secret Basic.
    /// </summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public TokenEndpointAuthentication ClientAuthentication
    {
        get => (TokenEndpointAuthentication)_authentication;
        set => _authentication = (int)value;
    }

    /// <summary>The id of the environment that contains the worker app. Default: the environment to manage.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Guid? AuthEnvironmentId { get; set; }

    /// <summary>The custom sign-in domain of the environment, for example login.example.com.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    [ValidateNotNullOrEmpty]
    public string? CustomDomain { get; set; }

    /// <summary>The name of the session. A new session replaces an existing one with the same name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "PingOne";

    /// <summary>
    /// The maximum number of requests per second. Other programs with the same license share its limit, which PingOne
    /// does not publish.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int RequestsPerSecond { get; set; } = PingOneSessionOptions.DefaultRequestsPerSecond;

    /// <summary>The maximum number of retries per request.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>The timeout per attempt, in seconds. Time spent waiting for the rate limit is not counted.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>The origin of the API host: https or local. Default: the host of the region.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Uri? ApiBaseUri { get; set; }

    /// <summary>The origin of the authentication host: https or local. Default: the host of the region.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Uri? AuthBaseUri { get; set; }

    /// <summary>Writes the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => RunOrTerminate(Name, () =>
    {
        // If this fails, later commands must not go to the previous environment.
        SessionTable<PingOneSession>.InRunspace.Deselect();
        PingOneSession session = Open();
        _sandbox = null;
        SessionTable<PingOneSession>.InRunspace.Add(session);
        if (PassThru)
        {
            WriteObject(SessionTable<PingOneSession>.InRunspace.HandOut(session));
        }
    });

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

    private PingOneSession Open()
    {
        PingOneSessionOptions options = Sandbox ? SandboxOptions() : EnvironmentOptions();
        try
        {
            return Await(token => PingOneSession.ConnectAsync(options, Log, token));
        }
        finally
        {
            // The session has its own copy.
            options.Credential.Password = "";
        }
    }

    private PingOneSessionOptions SandboxOptions()
    {
        _sandbox = PingOneSandboxCompanion.Open();
        var origins = new PingOneOrigins(null, _sandbox.Server.ApiBaseUri, _sandbox.Server.AuthBaseUri);
        return CreateOptions(Guid.Parse(_sandbox.Server.EnvironmentId), origins) with
        {
            Credential = new NetworkCredential(_sandbox.Server.ClientId, _sandbox.Server.ClientSecret),
            Companion = _sandbox,
        };
    }

    private PingOneSessionOptions EnvironmentOptions()
    {
        Guid environment = EnvironmentId ?? PingOneEnvironmentSettings.EnvironmentId(WriteVerbose);
        var origins = PingOneOrigins.Find(Region, ApiBaseUri, AuthBaseUri, CustomDomain, WriteVerbose);
        return CreateOptions(environment, origins) with
        {
            AuthEnvironmentId = AuthEnvironmentId,
            IsCustomDomain = CustomDomain is not null,
            Credential = ClientCredential.CleanWorkerApp(CredentialToUse()),
            Authentication = ClientAuthentication,
        };
    }

    private PingOneSessionOptions CreateOptions(Guid environment, PingOneOrigins origins) => new()
    {
        Name = Name,
        Product = "Personio-PowerShell",
        EnvironmentId = environment,
        Region = origins.Region,
        ApiBaseUri = origins.Api,
        AuthBaseUri = origins.Auth,
        Credential = new NetworkCredential(),
        RequestsPerSecond = RequestsPerSecond,
        MaxRetry = MaxRetry,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
    };

    private NetworkCredential CredentialToUse() => ParameterSetName switch
    {
        // A copy, because the credential is the user's and is not cleared here.
        ByCredential => new NetworkCredential(Credential!.UserName, Credential.Password),
        ByClientSecret => new NetworkCredential(ClientId, ClientSecret),
        BySecretName => StoredCredential.Get(this, SecretName!, VaultName),
        _ => PingOneEnvironmentSettings.Credential(WriteVerbose),
    };
}
