namespace Personio.Lifecycle;

/// <summary>The words of findings.</summary>
public static class FindingWord
{
    /// <summary>A person who should have an account has none, and none can be created.</summary>
    public const string NoAccount = "NoAccount";

    /// <summary>An account is linked to a PersonId that HR does not know.</summary>
    public const string NoPerson = "NoPerson";

    /// <summary>The account of a person has another e-mail address, which is not written.</summary>
    public const string OtherEmail = "OtherEmail";

    /// <summary>An account with the address of a person has no key.</summary>
    public const string NoEmployeeId = "NoEmployeeId";

    /// <summary>More than one account belongs to the person.</summary>
    public const string SeveralAccounts = "SeveralAccounts";

    /// <summary>Two persons have one e-mail address.</summary>
    public const string SharedEmail = "SharedEmail";

    /// <summary>The key says one account, the address another.</summary>
    public const string EmailElsewhere = "EmailElsewhere";

    /// <summary>The address of a person belongs to an account that is linked to somebody else.</summary>
    public const string KeyConflict = "KeyConflict";

    /// <summary>A limited contract has ended, and HR still says active.</summary>
    public const string ContractEnded = "ContractEnded";

    /// <summary>The account is enabled, and the first day lies in the future.</summary>
    public const string StartMoved = "StartMoved";

    /// <summary>HR's status is not understood, or contradicts itself.</summary>
    public const string StatusUnclear = "StatusUnclear";

    /// <summary>There is no e-mail address of the company.</summary>
    public const string NoEmail = "NoEmail";

    /// <summary>No user name can be made without guessing.</summary>
    public const string UserNameNeeded = "UserNameNeeded";

    /// <summary>The directory would not take the value.</summary>
    public const string BadValue = "BadValue";

    /// <summary>Many accounts would lose the same attribute.</summary>
    public const string AttributeLost = "AttributeLost";

    /// <summary>The account is protected.</summary>
    public const string Protected = "Protected";

    /// <summary>The population of the account is another one.</summary>
    public const string OtherPopulation = "OtherPopulation";

    /// <summary>The account of a leaver has been disabled for long.</summary>
    public const string DisabledLong = "DisabledLong";

    /// <summary>Access was ended at once, before HR said so.</summary>
    public const string Immediate = "Immediate";
}
