using System.Management.Automation;
using System.Net;
using System.Security;
using Personio.Completers;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Connects to a PingOne environment as a worker app and makes that the current PingOne session of this runspace. Nothing
/// is written to disk.
/// </summary>
/// <remarks>
/// The token is fetched and the environment read at once, so that a wrong secret, region, environment or a missing role
/// shows here. Client id, client secret, environment id and region are in the admin console of PingOne.
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

    // Not the enumeration itself: a field of its type would load the assembly of PingOne while the module is imported.
    private int _authentication;

    /// <summary>The id of the environment to manage, a UUID. Default: PINGONE_ENVIRONMENT_ID.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Guid? EnvironmentId { get; set; }

    /// <summary>
    /// The region of the organization: NA, CA, EU, AU, SG or AP, its top-level domain, or the words of the console.
    /// Default: PINGONE_REGION, PINGONE_REGION_CODE or PINGONE_TOP_LEVEL_DOMAIN.
    /// </summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    [RegionTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<PingOneRegions>))]
    public PingOneRegion? Region { get; set; }

    /// <summary>Client id of the worker app as user name, client secret as password.</summary>
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
    /// directory belongs to the company of the current Personio sandbox, where there is one.
    /// </summary>
    [Parameter(ParameterSetName = InSandbox, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>
    /// How the worker app proves itself, as set under Configuration > Token Endpoint Authentication Method: Post for Client
    /// Secret Post, Basic for Client Secret Basic.
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

    /// <summary>The id of the environment in which the worker app was created. Default: the environment to manage.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Guid? AuthEnvironmentId { get; set; }

    /// <summary>The custom domain for sign-in of the environment, for example login.example.com.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    [ValidateNotNullOrEmpty]
    public string? CustomDomain { get; set; }

    /// <summary>The name of the session. A second one of the same name replaces the first.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "PingOne";

    /// <summary>
    /// The most requests to send in a second. Other programs with the same license share its limit, which PingOne does
    /// not announce.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int RequestsPerSecond { get; set; } = PingOneSessionOptions.DefaultRequestsPerSecond;

    /// <summary>Maximum number of retries per request.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>Timeout per attempt, in seconds. Time spent waiting for the rate limit is not counted.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>The origin of the API host, https or on this computer. Default: the host of the region.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Uri? ApiBaseUri { get; set; }

    /// <summary>The origin of the authentication host, https or on this computer. Default: the host of the region.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = ByCredential)]
    [Parameter(ParameterSetName = ByClientSecret)]
    [Parameter(ParameterSetName = BySecretName)]
    public Uri? AuthBaseUri { get; set; }

    /// <summary>Writes the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => OrTerminate(Name, () =>
    {
        // Where this fails, what comes next must not go to the environment before.
        SessionTable<PingOneSession>.Here.Deselect();
        PingOneSession session = Open();
        _sandbox = null;
        SessionTable<PingOneSession>.Here.Add(session);
        if (PassThru)
        {
            WriteObject(SessionTable<PingOneSession>.Here.HandOut(session));
        }
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Not null only when no session came of it.
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
            // The session has a copy of its own.
            options.Credential.Password = "";
        }
    }

    private PingOneSessionOptions SandboxOptions()
    {
        _sandbox = PingOneSandboxCompanion.Open();
        var origins = new PingOneOrigins(null, _sandbox.Server.ApiBaseUri, _sandbox.Server.AuthBaseUri);
        return Common(Guid.Parse(_sandbox.Server.EnvironmentId), origins) with
        {
            Credential = new NetworkCredential(_sandbox.Server.ClientId, _sandbox.Server.ClientSecret),
            Companion = _sandbox,
        };
    }

    private PingOneSessionOptions EnvironmentOptions()
    {
        Guid environment = EnvironmentId ?? PingOneEnvironmentSettings.EnvironmentId(WriteVerbose);
        var origins = PingOneOrigins.Find(Region, ApiBaseUri, AuthBaseUri, CustomDomain, WriteVerbose);
        return Common(environment, origins) with
        {
            AuthEnvironmentId = AuthEnvironmentId,
            IsCustomDomain = CustomDomain is not null,
            Credential = ClientCredential.CleanWorkerApp(CredentialToUse()),
            Authentication = ClientAuthentication,
        };
    }

    private PingOneSessionOptions Common(Guid environment, PingOneOrigins origins) => new()
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
        // Its own copy is not ours to clear.
        ByCredential => new NetworkCredential(Credential!.UserName, Credential.Password),
        ByClientSecret => new NetworkCredential(ClientId, ClientSecret),
        BySecretName => StoredCredential.Get(this, SecretName!, VaultName),
        _ => PingOneEnvironmentSettings.Credential(WriteVerbose),
    };
}
