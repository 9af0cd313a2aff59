namespace Personio.Sandbox.Tenant;

/// <summary>Creates the persons one by one.</summary>
internal interface IPeopleSource
{
    /// <summary>Creates the next person. The index is zero-based.</summary>
    PersonRow Create(int index);
}
