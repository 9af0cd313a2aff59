namespace Personio.Sandbox.Tenant;

/// <summary>Where the persons come from, one after the other.</summary>
internal interface IPeopleSource
{
    /// <summary>Creates the next person. Index counts from 0.</summary>
    PersonRow Create(int index);
}
