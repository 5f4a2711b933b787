-- Figures by basin, counted and masked by the owner's right: the store across operators takes their place.
DROP FUNCTION compute_territory_figures(text, date, date, date, boolean);
DROP FUNCTION mask_parts(integer[]);
DROP TABLE territory_figure;
