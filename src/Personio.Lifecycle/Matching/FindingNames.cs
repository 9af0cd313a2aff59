namespace Personio.Lifecycle;

/// <summary>The names of findings.</summary>
public static class FindingNames
{
    /// <summary>A person who should have an account has none, and none can be created.</summary>
    public const string NoAccount = "NoAccount";

    /// <summary>An account is linked to a PersonId that HR does not know, or belongs to nobody at all.</summary>
    public const string NoPerson = "NoPerson";

    /// <summary>The account of a person has another email address, which is not overwritten.</summary>
    public const string OtherEmail = "OtherEmail";

    /// <summary>An account with the address of a person has no key.</summary>
    public const string NoEmployeeId = "NoEmployeeId";

    /// <summary>More than one account belongs to the person.</summary>
    public const string SeveralAccounts = "SeveralAccounts";

    /// <summary>Two persons have the same email address.</summary>
    public const string SharedEmail = "SharedEmail";

    /// <summary>The key identifies one account and the address another.</summary>
    public const string EmailElsewhere = "EmailElsewhere";

    /// <summary>The address of a person belongs to an account linked to someone else.</summary>
    public const string KeyConflict = "KeyConflict";

    /// <summary>A fixed-term contract has ended, but HR still says active.</summary>
    public const string ContractEnded = "ContractEnded";

    /// <summary>The account is enabled, but the first day is in the future.</summary>
    public const string StartMoved = "StartMoved";

    /// <summary>HR's status is unknown or contradicts itself.</summary>
    public const string StatusUnclear = "StatusUnclear";

    /// <summary>The person has no company email address.</summary>
    public const string NoEmail = "NoEmail";

    /// <summary>No user name can be generated without guessing.</summary>
    public const string UserNameNeeded = "UserNameNeeded";

    /// <summary>The directory would not accept the value.</summary>
    public const string BadValue = "BadValue";

    /// <summary>Many accounts would lose the same attribute.</summary>
    public const string AttributeLost = "AttributeLost";

    /// <summary>The account is protected.</summary>
    public const string Protected = "Protected";

    /// <summary>The account is in another population.</summary>
    public const string OtherPopulation = "OtherPopulation";

    /// <summary>The account of a leaver has been disabled for a long time.</summary>
    public const string DisabledLong = "DisabledLong";

    /// <summary>Immediate disabling was requested, before HR reported the departure.</summary>
    public const string Immediate = "Immediate";
}
