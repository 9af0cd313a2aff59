using System.Collections;
using System.Management.Automation;
using Personio.Lifecycle;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio;

/// <summary>
/// The base of the cmdlets that work with a directory: its mapping, its protected accounts, the limits, the log.
/// </summary>
public abstract class DirectoryCmdletBase : LifecycleCmdletBase
{
    private protected DirectoryCmdletBase()
    {
    }

    /// <summary>
    /// PingOne (default), ActiveDirectory or EntraId, or a custom mapping: an ordered dictionary of target attributes
    /// and sources. A source is a property of the person, a script block that receives the person as $_, or a hashtable
    /// with From, When (Always, Create, Link), Clear and Compare (Exact, IgnoreCase).
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object Map { get; set; } = "PingOne";

    /// <summary>Lines to add to the mapping or to replace in it; $null removes a line.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? MapAdd { get; set; }

    /// <summary>
    /// The columns of accounts that differ from those of the mapping: AccountId, Key, UserName, Email, Enabled,
    /// DisplayName, SecondKey, Aliases, IsAdmin, LastSignIn, UpdatedAt, and mapped attributes.
    /// </summary>
    [Parameter]
    [MapTransformation]
    [ValidateNotNull]
    public IDictionary? AccountProperty { get; set; }

    /// <summary>
    /// Accounts that are never written: ids, user names or addresses with wildcards, or a script block that receives
    /// the account as $_.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object[]? Protect { get; set; }

    /// <summary>
    /// The maximum number of accounts to disable: a number, or a share of the linked, enabled accounts. Default: 5%, at
    /// least 3.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MaxDisable { get; set; }

    /// <summary>The maximum number of accounts to create: a number or a share. Default: 20%, at least 20.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MaxCreate { get; set; }

    /// <summary>
    /// The maximum number of changes to email addresses, names or user names: a number or a share. Default: 5%, at
    /// least 5.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MaxIdentityUpdate { get; set; }

    /// <summary>
    /// The maximum number of other changes and links: a number or a share. Default: 30%, at least 50.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MaxUpdate { get; set; }

    /// <summary>The maximum number of accounts to enable: a number or a share. Default: 5%, at least 3.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MaxEnable { get; set; }

    /// <summary>
    /// The log, in JSON lines: what was written, which later runs rely on. A log that does not exist is created,
    /// readable only by its owner.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LogPath { get; set; }

    /// <summary>
    /// Does not request the admin roles of accounts for which only attributes other than address and name change.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipRoleCheck { get; set; }

    /// <summary>The sentence for errors that states that nothing was done.</summary>
    private protected abstract string NothingDone { get; }

    /// <summary>The specified limits.</summary>
    private protected Dictionary<LimitKind, Limit> SpecifiedLimits()
    {
        var limits = new Dictionary<LimitKind, Limit>();
        foreach ((LimitKind kind, string? text) in (IEnumerable<(LimitKind, string?)>)
        [
            (LimitKind.MaxDisable, MaxDisable), (LimitKind.MaxCreate, MaxCreate),
            (LimitKind.MaxIdentityUpdate, MaxIdentityUpdate), (LimitKind.MaxUpdate, MaxUpdate),
            (LimitKind.MaxEnable, MaxEnable),
        ])
        {
            if (text is not null)
            {
                limits[kind] = Limit.Parse(text, kind);
            }
        }

        return limits;
    }

    /// <summary>The specified mapping.</summary>
    private protected AttributeMap ReadMap(string? personId = null) =>
        new MapInput(NothingDone).Read(Map, MapAdd, AccountProperty, personId);

    /// <summary>The ids and names of the protected accounts.</summary>
    private protected string[] ProtectedNames() =>
    [
        .. (Protect ?? []).Select(PipelineInput.Unwrap).Where(item => item is not ScriptBlock)
            .Select(item => ScriptCall.ReadName(item, "-Protect", "ids, names with wildcards or script blocks")),
    ];

    /// <summary>True if a script block protects an account; null if none was specified.</summary>
    private protected Func<AccountRow, bool>? ProtectedByScript()
    {
        ScriptBlock[] blocks = [.. (Protect ?? []).Select(PipelineInput.Unwrap).OfType<ScriptBlock>()];
        return blocks.Length == 0
            ? null
            : account => blocks.Any(block => LanguagePrimitives.IsTrue(
                ScriptCall.Evaluate(block, account.Source ?? account, $"-Protect for account {account.AccountId}")));
    }

    /// <summary>
    /// The specified PingOne session, or the current one. If none is usable, the cmdlet ends with an error.
    /// </summary>
    private protected PingOneSession PingOneInUse(PingOneSession? given)
    {
        PingOneSession? session = given ?? SessionTable<PingOneSession>.InRunspace.Current;
        if (session is not { IsConnected: true })
        {
            ThrowTerminatingError(session is null
                ? Errors.NotConnectedToPingOne()
                : Errors.Disconnected(session, "Connect-PingOne"));
        }

        return session!;
    }
}
